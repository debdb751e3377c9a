import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { actionsOf } from '../floor-rules.ts';
import { theHouse } from '../house.ts';

type Manifest = { node: Record<string, { filename: string; exportedName: string }>; edge?: Record<string, unknown> };

// A server action runs for anybody who knows its id. So what the build lets be called is counted against what `act` made.
test('the build can be called by nothing but what act has made', () => {
  const manifest = JSON.parse(readFileSync(path.resolve('.next/server/server-reference-manifest.json'), 'utf8')) as Manifest;
  const callable = Object.values(manifest.node).map(({ filename, exportedName }) => `${filename}#${exportedName}`).toSorted();
  expect(callable).toEqual(actionsOf(theHouse()));
  expect(Object.keys(manifest.edge ?? {})).toEqual([]);
});

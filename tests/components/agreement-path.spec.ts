import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement as h } from 'react';
import type { Act } from '#office/agreement/agreement.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { anAct, situation } from '../office/agreement-facts.ts';
import { draw } from './drawing.ts';

const { StatutoryPath } = await import('#components/agreement/path.tsx');

function path(acts: readonly Act[]): string {
  const standing = standingOn(situation({ acts, terms: { procedure: 'foreign_city' } }), '2026-11-21');
  const agreement = { standing, actsOfRound: acts.map((one) => ({ number: null, gazette: null, body: null, ...one })) } as unknown as AgreementRecord;
  return draw(h(StatutoryPath, { agreement, form: 'sr-Cyrl' }));
}

const decided = [anAct('initiative', '2024-01-10'), anAct('council_decision', '2024-04-01', 'us')];

test('the public way to the signature awaits its next step, and nothing once the agreement was dropped', () => {
  const goesOn = path(decided);
  assert.match(goesOn, /aria-current="step"/);
  assert.match(goesOn, /чека се/i);
  const dropped = path([...decided, anAct('dropping', '2024-06-01')]);
  assert.doesNotMatch(dropped, /aria-current|чека се/i);
  assert.equal(dropped.match(/class="done"/g)?.length, 2);
});

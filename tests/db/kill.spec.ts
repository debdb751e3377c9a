import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killUnderLoad } from './killing.ts';
import { broken, summary } from './promises.ts';

// The same in full numbers is `npm run trials`.
test('Postgres killed under writers costs no acknowledged change, no half record, no hanging call and no connection', async () => {
  const toll = await killUnderLoad({ kills: 3 });
  assert.deepEqual(broken(toll), [], summary(toll));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from '#office/agreement/agreement.ts';
import { whyNoCopy } from '#office/agreement/no-copy.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { anAct, facts } from './agreement-facts.ts';

const today = '2026-11-21';
type Known = Parameters<typeof whyNoCopy>[0];
const why = (acts: readonly Act[], { verification = 'unverified', createdAt = new Date('2026-03-05T09:00:00Z') }: Partial<Known> = {}) =>
  whyNoCopy({ acts, verification, createdAt, standing: standingOn(facts({ acts, terms: { procedure: 'domestic_intermunicipal' } }), today) });
const signed = (on: string | null) => [anAct('signature', on, 'us'), anAct('signature', on, 'them')];

test('only an old agreement that nobody has compared with its paper is said to be looked for in the archive', () => {
  assert.equal(why(signed('2003')), 'sought');
  assert.equal(why(signed(null)), 'sought');
  assert.equal(why([anAct('entry_into_force', '2003')]), 'sought', 'it holds, so it was signed');
  assert.equal(why(signed('2003'), { verification: 'checked' }), 'absent');
  assert.equal(why(signed('2003'), { verification: 'disputed' }), 'sought');
});

test('the paper of one that was on record in the year of its signing is not attached, and nobody looks for it', () => {
  for (const on of ['2026', '2026-02', '2026-09-01', '2025/2026']) assert.equal(why(signed(on)), 'absent', on);
  assert.equal(why(signed('2025-12-31')), 'sought');
  assert.equal(why(signed('2026-01-02'), { createdAt: new Date('2025-12-31T22:59:00Z') }), 'absent');
  assert.equal(why(signed('2025-12-31'), { createdAt: new Date('2025-12-31T23:01:00Z') }), 'sought', 'the year begins in Belgrade');
});

test('of one that nobody has signed no signed copy is missing', () => {
  for (const acts of [[], [anAct('council_decision', '2026')], [anAct('council_decision', '2026'), anAct('dropping', '2026')]]) assert.equal(why(acts), 'unsigned');
  assert.equal(why([anAct('signature', '2003', 'them')]), 'sought', 'one hand is on a paper');
});

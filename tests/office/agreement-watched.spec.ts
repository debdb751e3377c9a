import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#office/agreement/days.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { alarmsOf, englishOf, watchedOn } from '#office/agreement/watched.ts';
import { anAct, anyFacts, days, facts } from './agreement-facts.ts';

const acts = [anAct('signature', '2020-01-01'), anAct('entry_into_force', '2020-02-01')];
const tacit = facts({ acts, terms: { termMonths: 12, renewal: 'tacit', renewalMonths: 12, noticeMonths: 3 } });

describe('what an agreement is watched for', () => {
  test('holds on each of the days that it says, by the pure function', () => {
    fc.assert(fc.property(anyFacts(), days(), fc.array(days(), { minLength: 5, maxLength: 20 }), (held, today, asked) => {
      const { watchedFrom, watchedUntil, decideBy, endsBy, lacks } = watchedOn(held, today);
      assert.ok(watchedFrom <= today || watchedFrom.startsWith('-'));
      assert.ok(today <= watchedUntil);
      const within = (day: string) => (watchedFrom.startsWith('-') || watchedFrom <= day) && day <= watchedUntil;
      const edges = [watchedFrom, watchedUntil].filter((day) => /^\d{4}-/.test(day));
      const near = [...edges, ...edges.flatMap((day) => [addDays(day, 1), addDays(day, -1)]), addDays(today, 40), addDays(today, -40)];
      for (const day of [...asked, ...near, today].filter((one) => /^\d{4}-/.test(one) && within(one))) {
        assert.deepEqual({ decideBy, endsBy }, alarmsOf(standingOn(held, day)), day);
        assert.deepEqual(lacks, watchedOn(held, day).lacks, day);
      }
    }), { numRuns: 1_500 });
  });

  test('moves with every period of a term that renews itself, and with every last day for a notice', () => {
    const on = (day: string) => watchedOn(tacit, day);
    assert.deepEqual(on('2026-05-05'), { watchedFrom: '2026-02-01', watchedUntil: '2026-10-31', decideBy: '2026-10-01', endsBy: null, lacks: ['council_decision'] });
    assert.deepEqual([on('2026-11-01').watchedFrom, on('2026-11-01').watchedUntil], ['2026-11-01', '2027-01-31'], 'no notice ends the running period any more');
    for (const day of ['2026-11-01', '2027-01-31', '2027-02-01']) assert.equal(on(day).decideBy, '2027-10-01', day);
    assert.deepEqual([on('2020-01-15').decideBy, on('2020-01-15').watchedUntil], [null, '2020-01-31']);
  });

  test('is the end in a pause too, and nothing once it is over', () => {
    const fixed = facts({ acts, terms: { termMonths: 12, renewal: 'none' } });
    assert.equal(watchedOn(fixed, '2020-06-01').endsBy, '2021-01-31');
    assert.equal(watchedOn(facts({ ...fixed, acts: [...acts, anAct('suspension', '2020-05-01')] }), '2020-06-01').endsBy, '2021-01-31');
    const { decideBy, endsBy, watchedUntil } = watchedOn(fixed, '2022-01-01');
    assert.deepEqual({ decideBy, endsBy, watchedUntil }, { decideBy: null, endsBy: null, watchedUntil: 'infinity' });
  });

  test('says of English what is furthest behind', () => {
    const serbian = { origin: 'sr-Cyrl', 'sr-Cyrl': { text: 'Назив', state: 'checked' } } as const;
    assert.equal(englishOf([]), 'missing');
    assert.equal(englishOf([{ ...serbian, en: { text: 'Title', state: 'checked' } }, null]), 'checked');
    assert.equal(englishOf([{ ...serbian, en: { text: 'Title', state: 'checked' } }, { ...serbian, en: { text: 'Text', state: 'outdated' } }]), 'outdated');
    assert.equal(englishOf([{ ...serbian, en: { text: 'Title', state: 'checked' } }, serbian]), 'missing');
  });
});

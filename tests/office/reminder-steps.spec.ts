import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { peopleOn, ruleNames, rules, rungOn, stepOn, windowOf } from '#office/reminder/reminder.ts';

describe('the steps of a day', () => {
  test('each is reached on its own day and holds until the next, also across both changes of the clock and 29 February', () => {
    for (const dueOn of ['2026-03-29', '2026-10-25', '2028-02-29', '2027-03-01', '2026-12-31']) {
      for (const rule of ruleNames) {
        const { steps } = rules[rule];
        for (const step of steps) {
          assert.equal(stepOn(rule, dueOn, addDays(dueOn, -step)), step, `${rule} ${dueOn} ${step}`);
          assert.notEqual(stepOn(rule, dueOn, addDays(dueOn, -step - 1)), step);
        }
        const walked = Array.from({ length: 240 }, (_, day) => stepOn(rule, dueOn, addDays(dueOn, day - 120)));
        const turns = walked.filter((step, day) => step !== null && step !== walked[day - 1]);
        assert.deepEqual(turns, [...steps], `${rule} ${dueOn}: each once, in their order`);
      }
    }
  });

  test('those of the day for deciding go on until the eve of the last day for a notice, however many days before it the office wants to have decided', () => {
    for (const days of [0, 1, 7, 8, 30, 60, 90, 365]) {
      const notice = '2028-02-29';
      const dueOn = addDays(notice, -days);
      const step = (on: string) => stepOn('decide', dueOn, on, days);
      const walked = Array.from({ length: days + 100 }, (_, day) => step(addDays(dueOn, day - 90)));
      const turns = walked.filter((one, day) => one !== walked[day - 1]);
      assert.deepEqual(turns, turns.toSorted((a, b) => (b ?? -1_000) - (a ?? -1_000)), `${days}: each once`);
      assert.equal(turns.filter((one) => one !== null).at(-1), Math.min(0, 1 - days), `${days}: none after that eve`);
      for (let day = 0; day <= days; day += 1) assert.notEqual(step(addDays(dueOn, day)), null, `${days}: given up after ${day}`);
      assert.equal(step(addDays(notice, 1)), null, `${days}: nothing can be done any more`);
      assert.equal(windowOf('decide', notice, days).from, dueOn, `${days}: asked for until then`);
    }
  });

  test('a day is in its window exactly while it has a step', () => {
    for (const rule of ruleNames) {
      for (let shift = -200; shift <= 200; shift += 1) {
        const dueOn = addDays('2028-02-29', shift);
        const { from, to } = windowOf(rule, '2028-02-29');
        assert.equal(stepOn(rule, dueOn, '2028-02-29') !== null, dueOn >= from && dueOn <= to, `${rule} ${dueOn}`);
      }
    }
  });

  test('a year forward reminds of nothing that is long over', () => {
    for (const rule of ruleNames) assert.equal(stepOn(rule, '2026-11-22', addMonths('2026-11-22', 12)), null);
  });
});

describe('the ladder', () => {
  test('climbs one rung for each step that nobody answered, and begins anew when somebody has', () => {
    assert.equal(rungOn(90, { reminded: [], seen: [] }), 'owner');
    assert.equal(rungOn(60, { reminded: [90], seen: [] }), 'deputy');
    assert.equal(rungOn(30, { reminded: [90, 60], seen: [] }), 'publishers');
    assert.equal(rungOn(14, { reminded: [90, 60, 30], seen: [30] }), 'owner');
    assert.equal(rungOn(7, { reminded: [90, 60, 30, 14], seen: [30] }), 'deputy');
    assert.equal(rungOn(14, { reminded: [90, 60], seen: [14] }), null);
    assert.equal(rungOn(30, { reminded: [90, 60], seen: [14] }), null, 'a clock that was put back asks nobody again');
    assert.equal(rungOn(-14, { reminded: [0, -7], seen: [1] }), 'publishers');
  });

  test('asks whoever is in charge, then the deputy as well, then all publishers; without anybody in charge the next ones at once', () => {
    const all = { owner: 'ana', deputy: 'beka', publishers: ['ana', 'ceca', 'deja'] };
    assert.deepEqual([...peopleOn('owner', all)], [['ana', 'owner']]);
    assert.deepEqual([...peopleOn('deputy', all)], [['ana', 'owner'], ['beka', 'deputy']]);
    assert.deepEqual([...peopleOn('publishers', all)], [['ana', 'owner'], ['beka', 'deputy'], ['ceca', 'publisher'], ['deja', 'publisher']]);
    assert.deepEqual([...peopleOn('owner', { ...all, owner: null })], [['beka', 'unowned']]);
    assert.deepEqual([...peopleOn('owner', { ...all, owner: null, deputy: null })], [['ana', 'unowned'], ['ceca', 'unowned'], ['deja', 'unowned']]);
    assert.deepEqual([...peopleOn('owner', { ...all, deputy: null })], [['ana', 'owner']]);
  });
});

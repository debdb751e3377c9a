import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { belgradeToday } from '#messages/dates.ts';
import { addDays, addMonths } from '#office/agreement/days.ts';
import { deadlines } from '#office/agreement/deadlines.ts';
import { decisionAbout, type Decision } from '#office/agreement/decided.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { agreementById } from '#office/agreement/read.ts';
import { endOfPeriod } from '#office/agreement/term.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { complete } from '#office/milestone/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';
import { inForce } from './in-force.ts';
import { put, set, text } from './search-ground.ts';

const step = fc.oneof(fc.constantFrom(1, 3, 6, 12, 24), fc.integer({ min: 1, max: 36 }));
const start = fc.oneof(fc.constantFrom('2023-01-31', '2024-02-29', '2025-08-31', '2025-10-30'), fc.date({ min: new Date('2023-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)));
const later = fc.constantFrom(0, 30, -335, 15);
/** Days after the beginning. */
const after = fc.integer({ min: 0, max: 2_500 });

/** The last days for a notice of a term that renews itself every so many months. */
function lastDays(from: string, months: number, notice: number): string[] {
  const term = { validTo: null, termMonths: months, renewal: 'tacit', renewalMonths: months, noticeMonths: notice } as const;
  return Array.from({ length: 130 }, (_, k) => addMonths(endOfPeriod(term, { earliest: from, latest: from }, k)!.latest!, -notice));
}

function silenced(decision: Decision, days: readonly string[], months: number, off: number): string[] {
  const told = { decisions: [decision], acts: [], renewalMonths: months };
  return days.filter((by) => by >= decision.on && decisionAbout('decide', addDays(by, off - 30), off, told) !== null);
}

describe('a decision that was completed by hand, whatever it was planned for', () => {
  test('silences one period at most; planned for a last day for a notice, that one, and no other', () => {
    fc.assert(fc.property(step, start, fc.integer({ min: 0, max: 12 }), later, after, fc.option(after, { nil: null }), fc.integer({ min: 0, max: 400 }), (months, from, notice, off, taken, due, vague) => {
      const days = lastDays(from, months, notice);
      const planned = due === null ? { from: null, to: null } : { from: addDays(from, due), to: addDays(from, due + vague) };
      const one: Decision = { about: null, on: addDays(from, taken), planned, letsEnd: false };
      assert.ok(silenced(one, days, months, off).length <= 1, JSON.stringify(silenced(one, days, months, off)));
      const named = days.find((by) => by >= one.on)!;
      assert.deepEqual(silenced({ ...one, planned: { from: named, to: named } }, days, months, off), [named]);
    }), { numRuns: 500 });
  });

  test('silences the coming one where it was due before it, and was taken in its time', () => {
    fc.assert(fc.property(step, start, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 4, max: 80 }), fc.integer({ min: 0, max: 40 }), (months, from, notice, k, early) => {
      const days = lastDays(from, months, notice);
      const [before, by] = [days[k - 1]!, days[k]!];
      const on = [addDays(by, -early), addDays(before, 7)].toSorted().at(-1)!;
      for (const planned of [{ from: null, to: null }, { from: on, to: on }, { from: null, to: by }]) assert.deepEqual(silenced({ about: null, on, planned, letsEnd: false }, days, months, 0), [by]);
    }), { numRuns: 500 });
  });
});

describe('in the register', () => {
  useEmptyDatabase();
  const today = belgradeToday(new Date());
  const editor = staff('editor');

  /** Whether the desk asks on this day, by the record and by its narrow row. */
  async function asks(id: string, on: string): Promise<boolean> {
    const told = async () => (await deadlines(editor, on, { kind: 'decide', from: addDays(on, -30), to: addDays(on, 30), whose: 'everybody', limit: 100, ids: [id] })).total > 0;
    const reckoned = await told();
    await deriveStale(on);
    assert.equal(await told(), reckoned, `on ${on}: the narrow row says otherwise than the record`);
    return reckoned;
  }

  test('one that is planned far ahead leaves every period to be asked about but the one that it was planned for', async () => {
    for (const months of [1, 3, 12]) {
      const id = await inForce(`FAR-${months}`, addMonths(addDays(today, 41), -12), { renewal: 'tacit', renewalMonths: months, noticeMonths: 0, termMonths: 12 });
      const by = async (on: string) => (await agreementById(systemViewer, id, on))!.standing.noticeBy!;
      const first = await by(today);
      const far = await by(addMonths(first, 5 * months));
      const held = await put('milestone', { title: text('Одлука о наставку'), kind: 'renewal_decision', agreementId: id, planned: parseFuzzyDate(far) });
      accepted(await complete(editor, { id: held, today, entry: { on: parseFuzzyDate(today)!, note: null, despite: false } }));
      const asked: (readonly [string, boolean])[] = [];
      for (let on = first; on <= far; on = await by(addDays(on, 1))) asked.push([on, await asks(id, on)]);
      assert.deepEqual(asked, asked.map(([on]) => [on, on !== far]));
      assert.ok(asked.length >= 5);
      await set('milestone', held, { planned: parseFuzzyDate('2099') });
      assert.ok(await asks(id, addDays(first, -20)) && await asks(id, first), 'of a year in which no day is near');
    }
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createElement, type ReactElement } from 'react';
import { writeDay, writeWithin } from '#messages/dates.ts';
import type { Facts } from '#office/agreement/agreement.ts';
import { addDays } from '#office/agreement/days.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, days, facts } from '../office/agreement-facts.ts';
import { draw } from './drawing.ts';

const { AgreementAnswer } = await import('#components/agreement/answer.tsx');
const { AgreementNotices } = await import('#components/agreement/notices.tsx');
const { AgreementSheet } = await import('#components/agreement/sheet.tsx');
const { Alarms } = await import('#components/agreement/alarms.tsx');
const { Lasting, Term } = await import('#components/agreement/lasting.tsx');
const { Periods } = await import('#components/agreement/periods.tsx');

const none = { sources: [], fields: [], sectors: [], sdgs: [], authenticLanguages: [], linkedFrom: [], links: [], completeness: [], money: null, procedure: null, binding: null, registryNo: null, signedAt: null, verifiedOn: null };
const bare = (drawn: ReactElement) => draw(createElement('div', null, drawn), 'en').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

function record({ terms, acts, parties }: Facts, on: string): AgreementRecord {
  const standing = standingOn({ terms, acts, parties }, on);
  return { ...none, ...terms, type: 'cooperation_agreement', verification: 'checked', changedAt: new Date(0), acts: acts.map((act) => ({ ...act, gazette: null })), parties: [], standing } as unknown as AgreementRecord;
}

/** What each place says of this agreement on a day. */
function told(held: Facts, on: string) {
  const agreement = record(held, on);
  const { standing } = agreement;
  return {
    standing,
    answer: bare(createElement(AgreementAnswer, { agreement, form: 'en' })), sheet: bare(createElement(AgreementSheet, { agreement, form: 'en' })),
    lasting: bare(createElement(Lasting, { standing, form: 'en' })), term: bare(createElement(Term, { standing, form: 'en' })),
    notices: bare(createElement(AgreementNotices, { agreement, form: 'en', today: on, correctedOn: null })), alarms: bare(createElement(Alarms, { agreement, decision: null, form: 'en', today: on })),
  };
}

const began = (on: string) => [anAct('signature', on), anAct('entry_into_force', on)];
const of = (renewal: 'none' | 'express' | 'tacit', terms: object, from: string, ...more: ReturnType<typeof anAct>[]) => facts({ acts: [...began(from), ...more], terms: { renewal, validFrom: parseFuzzyDate(from), ...terms } });

describe('until when an agreement holds', () => {
  test('known to the year alone it is told so everywhere, and nobody is told that it ends today', () => {
    const vague = of('none', { termMonths: 24 }, '2024');
    const { answer, sheet, lasting, term, notices, alarms } = told(vague, '2026-06-01');
    assert.match(answer, /from 2024 to 2025–2026/);
    assert.match(lasting, /until 2025–2026|to 2025–2026/);
    for (const place of [sheet, term, alarms]) assert.match(place, /2025–2026/);
    for (const place of [answer, sheet, lasting, term, notices]) assert.doesNotMatch(place, /December|\/12\/|today/);
    assert.doesNotMatch(alarms, /31 December|today/);
    assert.match(notices, /Expires soon, or has expired already/);
    assert.match(told(vague, '2027-01-01').answer, /2025–2026/, 'and the same once it has expired');
  });

  test('a renewal that was agreed ahead is told as its end everywhere, also while the first period runs', () => {
    const { answer, sheet, lasting, alarms } = told(of('express', { termMonths: 36, renewalMonths: 36 }, '2024-03-01', anAct('renewal', '2026-06-01')), '2026-11-21');
    assert.match(answer, /from 1 March 2024 to 28 February 2030/);
    for (const place of [sheet, alarms]) assert.match(place, /28 February 2030/);
    for (const place of [answer, sheet, lasting, alarms]) assert.doesNotMatch(place, /2027/);
  });

  test('a notice that binds for another period, or runs out before the term, is told alike', () => {
    const late = told(of('tacit', { termMonths: 12, renewalMonths: 12, noticeMonths: 6 }, '2025-01-01', anAct('notice', '2026-11-01')), '2026-11-21');
    const early = told(of('none', { termMonths: 120, noticeMonths: 3 }, '2020-01-01', anAct('notice', '2026-11-01')), '2026-11-21');
    for (const [{ answer, sheet, alarms }, day] of [[late, '31 December 2027'], [early, '1 February 2027']] as const) for (const place of [answer, sheet, alarms]) assert.ok(place.includes(day), `${day}: ${place}`);
    const over = told(of('none', { termMonths: 120, noticeMonths: 3 }, '2020-01-01', anAct('notice', '2026-01-01')), '2026-11-21');
    assert.match(over.notices, /The notice period has run out/);
    assert.doesNotMatch(`${over.notices} ${over.alarms}`, /today/);
  });

  test('a day beyond those that can be entered is written too', () => {
    assert.equal(writeDay('3000-01-01', 'en'), '1 January 3000');
    assert.equal(writeDay('3000-01-01', 'sr-Cyrl', 'sentence'), '1. јануара 3000.');
    assert.throws(() => writeDay('3000-02-30', 'en'));
    const { answer } = told(of('tacit', { validTo: parseFuzzyDate('2999-12-31'), renewalMonths: 12, noticeMonths: 3 }, '2020-01-01'), '2026-11-21');
    assert.match(answer, /1 January 3000/);
  });

  test('is the last day on which it is in force, and no place names another', () => {
    const dates = fc.tuple(days(), fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
    const terms = fc.record({ termMonths: fc.integer({ min: 1, max: 120 }), renewalMonths: fc.integer({ min: 1, max: 60 }), noticeMonths: fc.integer({ min: 0, max: 24 }) });
    const more = fc.array(fc.tuple(fc.constantFrom('renewal' as const, 'notice' as const), dates), { maxLength: 2 });
    const seen = { exact: 0, vague: 0, tacit: 0 };
    fc.assert(fc.property(fc.constantFrom('none' as const, 'express' as const, 'tacit' as const), terms, dates, more, days(), (renewal, term, from, acts, on) => {
      const held = of(renewal, term, from, ...acts.flatMap(([kind, day]) => (kind === 'renewal' && renewal !== 'express' ? [] : [anAct(kind, day)])));
      const { standing, answer, sheet, lasting, alarms } = told(held, on);
      if (standing.state !== 'in_force' && standing.state !== 'notice_given') return;
      const end = standing.endsWithin ?? standing.period?.endsOn;
      if (!end?.latest || end.latest > '2990') return;
      const isNoticed = renewal !== 'tacit' && standing.state === 'notice_given';
      const known = { ...held, acts: held.acts.filter((act) => (act.on?.earliest ?? '') <= on) };
      if (standing.endsWithin && !isNoticed) assert.deepEqual([end.latest, addDays(end.latest, 1)].map((day) => standingOn(known, day).state === 'expired'), [end.latest < on, true]);
      if (standing.endsWithin) assert.equal(standing.endsBy, isNoticed && end.earliest !== end.latest ? standing.endsBy : end.earliest ?? end.latest);
      seen[standing.endsWithin === null ? 'tacit' : end.earliest === end.latest ? 'exact' : 'vague'] += 1;
      const [long, table] = [writeWithin(end, 'en'), writeWithin(end, 'en', 'table')];
      assert.ok(sheet.includes(long), `${long}: ${sheet}`);
      assert.ok(lasting.includes(table), `${table}: ${lasting}`);
      if (standing.endsWithin) assert.ok(alarms.includes(long), `${long}: ${alarms}`);
      if (standing.sign === 'in_force' || standing.sign === 'notice_given') assert.ok(answer.includes(writeWithin(end, 'en', 'sentence')), answer);
    }), { numRuns: 400 });
    assert.ok(seen.exact > 10 && seen.vague > 10 && seen.tacit > 10, JSON.stringify(seen));
  });

  test('the periods are told as exactly as they are known', () => {
    assert.match(bare(createElement(Periods, { form: 'en', periods: [{ number: 1, startsOn: { earliest: '2024-01-01', latest: '2024-12-31' }, endsOn: { earliest: '2024-12-31', latest: '2025-12-30' }, by: 'agreement' }, { number: 2, startsOn: { earliest: '2025-01-01', latest: '2025-01-01' }, endsOn: { earliest: '2025-12-31', latest: '2025-12-31' }, by: 'next' }] })), /2024 – 2024–2025.*2025 – /);
  });
});

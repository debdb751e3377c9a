import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { actsBy, placeOf } from '#office/agreement/acts.ts';
import { actKinds, type Act, type ActKind, type Facts, type Party, type Terms } from '#office/agreement/agreement.ts';
import { addDays } from '#office/agreement/days.ts';
import { forceByHands } from '#office/agreement/kept-force.ts';
import { mayFollow, nextActs } from '#office/agreement/moves.ts';
import { isOutOfOrder } from '#office/agreement/out-of-order.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { isCertainlyBefore, parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, anyFacts, days, facts, situation, them, us } from './agreement-facts.ts';

const today = '2026-11-21';
const inForce = anAct('entry_into_force', '2020-01-01');
const stateOf = (acts: readonly Act[], terms: Partial<Terms> = {}) => standingOn(facts({ acts, terms }), today).state;

describe('an act whose date is not exact', () => {
  test('comes after the one that it answers, as far as its date allows', () => {
    const paused = [inForce, anAct('suspension', '2026-06-01')];
    assert.equal(stateOf([...paused, anAct('resumption', '2026')]), 'in_force');
    assert.equal(stateOf([...paused, anAct('resumption', '2026-05')]), 'suspended');
    assert.equal(stateOf([...paused, anAct('resumption', '2025')]), 'suspended');
    assert.equal(stateOf([inForce, anAct('notice', '2026-06-01'), anAct('notice_withdrawn', '2026')]), 'in_force');
    assert.equal(stateOf([anAct('drafting_started', '2026-06-01'), anAct('text_agreed', '2026')]), 'agreed_text');
    // What was entered in between, of another year, does not come between.
    assert.equal(stateOf([...paused, anAct('amendment', '2021-01-01'), anAct('resumption', '2026')]), 'in_force');
  });

  test('of the past is put where the law’s path has it, among those that certainly came before and after', () => {
    const place = (held: readonly Act[], act: Act) => placeOf(held, act);
    const asked = [anAct('council_decision', '2026-03-01'), anAct('consent_request', '2026-04-01')];
    assert.equal(place(asked, anAct('drafting_started', '2026')), 0);
    assert.equal(stateOf(asked.toSpliced(place(asked, anAct('drafting_started', '2026')), 0, anAct('drafting_started', '2026')), { procedure: 'foreign_city' }), 'consent_requested');
    assert.equal(place(asked, anAct('drafting_started', '2027')), 2);
    const paused = [anAct('suspension', '2020-02-01'), anAct('resumption', null)];
    assert.equal(place(paused, anAct('suspension', '2025')), 2);
    assert.equal(place(paused, anAct('notice', null)), 2);
  });

  test('never comes before one that was certainly earlier', () => {
    fc.assert(fc.property(anyFacts(), ({ acts }) => {
      const order = actsBy(acts, '9999-12-31');
      for (const [at, act] of order.entries()) {
        for (const later of order.slice(at + 1)) assert.ok(!act.on?.earliest || !isCertainlyBefore(later.on, act.on), `${later.id} ${act.id}`);
      }
    }), { numRuns: 1_500 });
  });
});

describe('a new act whose date contradicts the others', () => {
  const outOfOrder = (acts: readonly Act[], act: Act, terms: Partial<Terms> = {}, on = today) => isOutOfOrder(facts({ acts, terms }), act, on);

  test('is one that would move nothing, because another dated later undoes it', () => {
    const paused = [inForce, anAct('suspension', '2026-06-01')];
    assert.equal(outOfOrder(paused, anAct('resumption', '2025-07-01')), true);
    assert.equal(outOfOrder(paused, anAct('resumption', '2026')), false);
    assert.equal(outOfOrder([inForce, anAct('notice', '2026-06-01')], anAct('notice_withdrawn', '2026-05-31')), true);
    assert.equal(outOfOrder([anAct('drafting_started', '2026-06-01')], anAct('text_agreed', '2026-05-31')), true);
    assert.equal(outOfOrder([anAct('text_agreed', '2026-06-01')], anAct('drafting_started', '2026-05-31')), true);
    assert.equal(outOfOrder([anAct('drafting_started', '2026-03-01'), anAct('text_agreed', '2026-06-01')], anAct('council_decision', '2026-02')), true);
    // A second assembly may have decided at any time.
    assert.equal(outOfOrder([anAct('text_agreed', '2026-06-01'), anAct('council_decision', '2026-07-01', 'us')], anAct('council_decision', '2026-05-01', 'them')), false);
  });

  test('or that begins or ends a pause on a coming day on which there is none', () => {
    const terms = { validTo: parseFuzzyDate('2026-12-31'), renewal: 'none' } as const;
    assert.equal(outOfOrder([inForce], anAct('suspension', '2026-12-01'), terms), false);
    assert.equal(outOfOrder([inForce], anAct('suspension', '2027-01-01'), terms), true);
    assert.equal(outOfOrder([inForce, anAct('suspension', '2026-06-01')], anAct('resumption', '2026-12-01'), terms), false);
  });

  test('or that lies before what the law has it follow: request, consent and our hand for a foreign city', () => {
    const foreign = { procedure: 'foreign_city' } as const;
    const acts = [anAct('council_decision', '2026-01-01'), anAct('consent_request', '2026-02-01'), anAct('consent_given', '2026-03-01')];
    assert.equal(outOfOrder(acts, anAct('signature', '2025-12-10', 'us'), foreign), true);
    assert.equal(outOfOrder(acts, anAct('signature', '2026', 'us'), foreign), false);
    assert.equal(outOfOrder(acts, anAct('signature', '2026-03-01', 'us'), foreign), false);
    assert.equal(outOfOrder(acts, anAct('signature', '2025-12-10', 'them'), foreign), false, 'the law does not bind the hand of the partner');
    assert.equal(outOfOrder(acts, anAct('signature', '2025-12-10', 'us'), { procedure: 'donor' }), false);
    assert.equal(outOfOrder(acts.slice(0, 2), anAct('consent_given', '2026-01-31'), foreign), true);
    assert.equal(outOfOrder(acts.slice(0, 2), anAct('consent_given', '2026-02-01'), foreign), false);
    assert.equal(outOfOrder(acts.slice(0, 1), anAct('consent_request', '2025-12-31'), foreign), true);
    assert.equal(outOfOrder([anAct('council_decision', null)], anAct('consent_request', '2025-12-31'), foreign), false);
  });

  test('in an old record our signature before the consent is a gap, since the consent before it was not found', () => {
    const gapsOf = (signed: string | null, by: string | null, given: string) =>
      standingOn(facts({ acts: [anAct('signature', signed, by), anAct('consent_given', given)], terms: { procedure: 'foreign_city' } }), today).gaps.includes('consent_given');
    assert.equal(gapsOf('2025-12-10', 'us', '2026-03-01'), true);
    assert.equal(gapsOf('2025-12-10', null, '2026-03-01'), true);
    assert.equal(gapsOf('2025-12-10', 'them', '2026-03-01'), false);
    for (const [signed, given] of [['2026-03-01', '2026-03-01'], ['2026', '2026-03-01'], [null, '2026-03-01']] as const) assert.equal(gapsOf(signed, 'us', given), false);
  });

  test('what may follow and is not out of order always moves, wherever such an act must', () => {
    const must: readonly ActKind[] = ['drafting_started', 'text_agreed', 'consent_refused', 'suspension', 'resumption', 'notice_withdrawn', 'termination', 'completion', 'replacement', 'archiving', 'dropping'];
    let moved = 0;
    fc.assert(fc.property(anyFacts(), days(), fc.constantFrom(...must), days(), fc.constantFrom(10, 7, 4), (held, on, kind, when, length) => {
      const fresh = { id: 'new', kind, on: parseFuzzyDate(when.slice(0, length)), partyId: null };
      // A date with an open beginning may lie on either side of today's; only tables bring such.
      if ((fresh.on?.earliest ?? '') > on || held.acts.some((act) => act.on && !act.on.earliest)) return;
      const at = situation({ ...held, retentionCategory: 'x', hasSuccessor: true });
      if (mayFollow(kind, at, on, fresh.on).length || isOutOfOrder(at, fresh, on)) return;
      const before = standingOn(held, on).state;
      // An agreement that the clock has ended may have been resumed, or given up its notice, before that.
      if (before === 'expired') return;
      moved += 1;
      assert.notEqual(standingOn({ ...held, acts: [...held.acts, fresh] }, on).state, before);
    }), { numRuns: 4_000 });
    assert.ok(moved > 30, `${moved}`);
  });
});

describe('an act done in time and entered after the end', () => {
  const fixed = { validFrom: parseFuzzyDate('2023-01-01'), termMonths: 36, renewal: 'express', renewalMonths: 24 } as const;
  const at = (acts: readonly Act[] = [], terms: Partial<Terms> = fixed) => situation({ acts: [anAct('signature', '2022-12-01'), ...acts], terms });
  const rules = (kind: ActKind, on: string | null, held = at(), day = '2026-01-05') => mayFollow(kind, held, day, on === null ? null : parseFuzzyDate(on)).map(({ rule }) => rule);

  test('a renewal or a completion is asked on its own day, and offered where it may have been', () => {
    assert.equal(standingOn(at(), '2026-01-05').state, 'expired');
    for (const kind of ['renewal', 'completion'] as const) {
      assert.deepEqual(rules(kind, '2025-12-20'), [], kind);
      assert.deepEqual(rules(kind, '2025-12-31'), [], kind);
      assert.deepEqual(rules(kind, '2025'), [], kind);
      assert.deepEqual(rules(kind, null), [], kind);
      assert.deepEqual(rules(kind, '2026-01-01'), ['actNotPossible'], kind);
      assert.deepEqual(rules(kind, '2022-12-31'), ['actNotPossible'], kind);
    }
    assert.deepEqual(nextActs(at(), '2026-01-05').map(({ kind }) => kind), ['renewal', 'completion', 'replacement', 'archiving']);
    const renewed = standingOn({ ...at(), acts: [...at().acts, anAct('renewal', '2025-12-20')] }, '2026-01-05');
    assert.deepEqual([renewed.state, renewed.sign, renewed.endsBy], ['in_force', 'renewed', '2027-12-31']);
  });

  test('and so are a notice taken back and a termination; nothing else is, and nothing after an act that ended it', () => {
    const noticed = at([anAct('notice', '2025-06-01')], { ...fixed, renewal: 'tacit', noticeMonths: 3 });
    assert.equal(standingOn(noticed, '2026-01-05').reason.rule, 'endedByNotice');
    assert.deepEqual(rules('notice_withdrawn', '2025-12-20', noticed), []);
    assert.deepEqual(rules('termination', '2025-12-20', noticed), []);
    assert.deepEqual(rules('resumption', '2025-12-20', at([anAct('suspension', '2025-06-01')])), []);
    for (const kind of ['suspension', 'notice', 'amendment', 'party_withdrawal'] as const) assert.deepEqual(rules(kind, '2025-12-20'), ['actNotPossible'], kind);
    assert.deepEqual(rules('renewal', '2025-12-20', at([anAct('termination', '2025-12-30')])), ['actNotPossible']);
  });

  test('a suspended term ends like any other, and can then be archived', () => {
    const paused = facts({ acts: [inForce, anAct('suspension', '2025-06-01')], terms: { validTo: parseFuzzyDate('2025-12-31'), renewal: 'none' } });
    assert.deepEqual(['2025-06-01', '2025-12-31', '2026-01-01'].map((day) => standingOn(paused, day).state), ['suspended', 'suspended', 'expired']);
    assert.ok(nextActs(situation({ ...paused, retentionCategory: 'x' }), '2026-01-01').some(({ kind }) => kind === 'archiving'));
    assert.equal(standingOn({ ...paused, terms: { ...paused.terms, renewal: null } }, '2026-01-01').state, 'suspended');
  });

  test('no pause keeps alive what the clock ends without it', () => {
    fc.assert(fc.property(anyFacts(), days(), days(), (held, on, paused) => {
      const lived = { ...held, acts: [...held.acts, { ...inForce, id: 'force' }] };
      if (standingOn(lived, on).state !== 'expired') return;
      assert.equal(standingOn({ ...lived, acts: [...lived.acts, anAct('suspension', paused)] }, on).state, 'expired');
    }), { numRuns: 1_500 });
  });
});

describe('an agreement that the hands of its parties carried into force', () => {
  const third: Party = { id: 'third', side: 'them', role: 'signatory', signatory: null };
  const bySignature = facts({ acts: [anAct('signature', '2024-01-09', 'us'), anAct('signature', '2024-01-10', 'them')], terms: { inForceRule: 'on_signature', termMonths: 36, renewal: 'none' } });

  test('by consent waits for every hand, and for the consent', () => {
    const terms = { inForceRule: 'on_consent' } as const;
    const half = standingOn(facts({ acts: [anAct('consent_given', '2026-03-01'), anAct('signature', '2026-03-10', 'us')], terms }), today);
    assert.deepEqual([half.state, half.reason.rule, half.unsigned], ['signed', 'awaitsSignatures', ['them']]);
    const whole = standingOn(facts({ acts: [anAct('consent_given', '2026-03-01'), anAct('signature', '2026-03-10', 'us'), anAct('signature', '2026-04-01', 'them')], terms }), today);
    assert.deepEqual([whole.state, whole.inForceFrom?.edtf], ['in_force', '2026-04-01']);
  });

  test('keeps its day and its term when a later act tells that it was in force', () => {
    for (const kind of ['amendment', 'suspension', 'notice'] as const) {
      const standing = standingOn({ ...bySignature, acts: [...bySignature.acts, anAct(kind, '2025-01-01')] }, '2026-01-01');
      assert.deepEqual([standing.inForceFrom?.edtf, standing.period?.endsOn?.latest], ['2024-01-10', '2027-01-09'], kind);
    }
    const untold = standingOn(facts({ acts: [anAct('amendment', '2025-01-01')], terms: { inForceRule: 'on_signature' } }), today);
    assert.deepEqual([untold.state, untold.reason.rule], ['in_force', 'inForceByLaterAct']);
  });

  test('stands as before once another joins, its day written into the terms; for all facts', () => {
    const joined = (held: Facts, since: NonNullable<ReturnType<typeof forceByHands>>): Facts => ({ ...held, parties: [...held.parties, third], terms: { ...held.terms, validFrom: since } });
    const since = forceByHands(bySignature);
    assert.equal(since?.edtf, '2024-01-10');
    assert.equal(standingOn({ ...bySignature, parties: [us, them, third] }, today).state, 'signed');
    const after = standingOn({ ...joined(bySignature, since!), acts: [...bySignature.acts, anAct('signature', '2026-06-01', 'third')] }, today);
    assert.deepEqual([after.state, after.inForceFrom?.edtf, after.period?.endsOn?.latest], ['in_force', '2024-01-10', '2027-01-09']);
    assert.equal(forceByHands({ ...bySignature, parties: [us] }), null, 'nobody agrees with himself');
    let held = 0;
    const others = anyFacts().map(({ acts }) => acts.filter(({ on, kind }) => on?.earliest && kind !== 'entry_into_force' && kind !== 'signature'));
    const terms = fc.record({ inForceRule: fc.constantFrom('on_signature' as const, 'on_consent' as const), termMonths: fc.integer({ min: 1, max: 60 }), renewal: fc.constantFrom('none' as const, 'tacit' as const, 'express' as const, null), renewalMonths: fc.integer({ min: 1, max: 60 }), noticeMonths: fc.integer({ min: 0, max: 6 }) });
    fc.assert(fc.property(others, terms, fc.tuple(days(), days()), days(), (acts, own, [ours, theirs], on) => {
      const one = facts({ acts: [anAct('signature', ours, 'us'), anAct('signature', theirs, 'them'), ...acts].filter((act) => (act.on?.earliest ?? '') <= on), terms: own });
      const day = forceByHands(one);
      if (!day?.latest || day.latest > on) return;
      held += 1;
      const [before, then] = [standingOn(one, on), standingOn(joined(one, day), on)];
      assert.deepEqual([then.state, then.inForceFrom, then.period, then.endsBy, then.noticeBy], [before.state, before.inForceFrom, before.period, before.endsBy, before.noticeBy]);
      assert.ok(then.unsigned.includes('third'));
    }), { numRuns: 1_500 });
    assert.ok(held > 100, `${held}`);
  });
});

test('every kind of act is known to the order', () => {
  for (const kind of actKinds) assert.equal(isOutOfOrder(facts({ acts: [] }), anAct(kind, addDays(today, -1)), today), false, kind);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { actKinds, procedures, type Act, type Facts, type Party } from '#office/agreement/agreement.ts';
import { outlookOf } from '#office/agreement/outlook.ts';
import { ofThisRound, pathOf, takenBy, ways } from '#office/agreement/path.ts';
import { periodsOf } from '#office/agreement/periods.ts';
import { mayFollow, nextActs, isOpen, type Situation } from '#office/agreement/moves.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, days, facts, situation, them, us } from './agreement-facts.ts';

const today = '2026-11-21';
const drawn = (held: Facts, on = today) => pathOf(held, standingOn(held, on), on).map(({ kind, state }) => `${kind} ${state}`);
const stateOf = (held: Facts, kind: string) => pathOf(held, standingOn(held, today), today).find((step) => step.kind === kind)?.state;

describe('the way of an agreement', () => {
  test('with a foreign city asks for the consent, no other does; without a procedure there is no way', () => {
    assert.deepEqual(Object.entries(ways).filter(([, way]) => way.includes('consent_given')).map(([procedure]) => procedure), ['foreign_city']);
    assert.deepEqual(drawn(facts({ acts: [anAct('initiative', '2020')] })), []);
  });

  test('of a fresh record waits for the initiative, then step by step for the next', () => {
    const acts: Act[] = [];
    const terms = { procedure: 'foreign_city' } as const;
    const waited: string[] = [];
    for (const [kind, party] of [['initiative', null], ['drafting_started', null], ['text_agreed', null], ['council_decision', null], ['consent_request', null], ['consent_given', null], ['signature', 'us'], ['signature', 'them'], ['publication_in_gazette', null], ['entry_into_force', null]] as const) {
      waited.push(pathOf(facts({ acts, terms }), standingOn(facts({ acts, terms }), today), today).find(({ state }) => state === 'now')?.kind ?? '');
      acts.push(anAct(kind, '2020', party));
    }
    assert.deepEqual(waited, ['initiative', 'text_agreed', 'text_agreed', 'council_decision', 'consent_request', 'consent_given', 'signature', 'signature', 'entry_into_force', 'entry_into_force']);
    assert.ok(drawn(facts({ acts, terms })).every((step) => step.endsWith('done')));
  });

  test('between towns of one state has the decision of every assembly, and says whose is missing', () => {
    const third: Party = { ...them, id: 'third' };
    const terms = { procedure: 'domestic_intermunicipal' } as const;
    const some = facts({ acts: [anAct('text_agreed', '2020'), anAct('council_decision', '2020', 'us'), anAct('council_decision', '2020', 'third')], parties: [us, them, third], terms });
    const step = pathOf(some, standingOn(some, today), today).find(({ kind }) => kind === 'council_decision')!;
    assert.deepEqual([step.state, step.byParty.map(({ partyId, act }) => `${partyId} ${act ? 'found' : 'missing'}`)], ['now', ['us found', 'them missing', 'third found']]);
    const signed = { ...some, acts: [...some.acts, anAct('signature', '2021')] };
    assert.equal(stateOf(signed, 'council_decision'), 'gap');
    assert.equal(stateOf(facts({ acts: some.acts, parties: [us, them, third], terms: { procedure: 'donor' } }), 'council_decision'), 'done');
  });

  test('of an old record draws what must have been and was not found as gaps', () => {
    const held = facts({ acts: [anAct('signature', null)], terms: { procedure: 'foreign_city' } });
    assert.deepEqual(drawn(held), ['initiative gap', 'text_agreed gap', 'council_decision gap', 'consent_request gap', 'consent_given gap', 'signature done', 'publication_in_gazette ahead', 'entry_into_force now']);
    const lived = facts({ acts: [anAct('termination', '2020')], terms: { procedure: 'donor' } });
    assert.ok(drawn(lived).every((step) => step.endsWith('gap')));
  });

  test('begins anew with a refused consent and with a new draft, but for the initiative; a dropped one awaits nothing', () => {
    const acts = (['initiative', 'drafting_started', 'text_agreed', 'council_decision', 'consent_request', 'consent_refused'] as const).map((kind, at) => anAct(kind, `2020-0${at + 1}`));
    const terms = { procedure: 'foreign_city' } as const;
    assert.deepEqual(drawn(facts({ acts, terms })).slice(0, 3), ['initiative done', 'text_agreed now', 'council_decision ahead']);
    assert.ok(!drawn(facts({ acts: [...acts, anAct('dropping', '2020-09')], terms })).some((step) => step.endsWith('now')));
  });

  test('begun anew counts the acts of this round alone; once it was in force, all of them', () => {
    const terms = { procedure: 'foreign_city' } as const;
    const acts = (['initiative', 'council_decision', 'consent_request', 'consent_refused', 'drafting_started', 'council_decision'] as const).map((kind, at) => anAct(kind, `2020-0${at + 1}`));
    const counted = (some: readonly Act[]) => ofThisRound(some, standingOn(facts({ acts: some, terms }), today), today).map(({ id }) => id);
    assert.deepEqual(counted(acts), ['initiative 2020-01', 'drafting_started 2020-05', 'council_decision 2020-06']);
    assert.equal(counted([...acts, anAct('entry_into_force', '2021')]).length, 7);
  });

  test('an act that lies ahead has not been taken yet', () => {
    const held = facts({ acts: [anAct('signature', '2026'), anAct('entry_into_force', '2026-12-01')], terms: { procedure: 'other' } });
    assert.equal(stateOf(held, 'entry_into_force'), 'now');
  });

  test('never has two steps that are next, whatever was found', () => {
    const fuzzy = fc.oneof(fc.constant(null), days().map(parseFuzzyDate));
    const act = fc.record({ kind: fc.constantFrom(...actKinds), on: fuzzy, partyId: fc.constantFrom('us', 'them', null) });
    fc.assert(fc.property(fc.constantFrom(...procedures), fc.array(act, { maxLength: 8 }), (procedure, held) => {
      const acts = held.map((one, at) => ({ ...one, id: `${at}` }));
      const at = situation({ acts, terms: { procedure } });
      const standing = standingOn(at, today);
      const now = pathOf(at, standing, today).filter(({ state }) => state === 'now');
      assert.ok(now.length <= 1);
      if (now[0]) assert.ok(takenBy[now[0].kind]);
    }), { numRuns: 1000 });
  });

  test('where everything is in order the next step is among the acts that may follow now', () => {
    for (const procedure of procedures) {
      const acts: Act[] = [];
      for (const kind of ways[procedure]) {
        if (kind === 'publication_in_gazette') continue;
        const at = situation({ acts, terms: { procedure }, parties: [{ ...us, signatory: 'П. П.' }, them] });
        const now = pathOf(at, standingOn(at, today), today).find(({ state }) => state === 'now');
        assert.equal(now?.kind, kind, `${procedure} ${kind}`);
        const open = nextActs(at, today).filter(isOpen).map((move) => move.kind);
        assert.ok(takenBy[kind]?.some((one) => open.includes(one)), `${procedure} ${kind}: ${open.join()}`);
        if (kind === 'text_agreed') acts.push(anAct('drafting_started', '2020-01'));
        acts.push({ ...anAct(kind, '2020-01'), number: '1', session: '1' });
      }
    }
  });

  test('begun anew after a refused consent, no act of the first round takes the place of one of the second', () => {
    const terms = { procedure: 'foreign_city' } as const;
    const round = ['drafting_started', 'text_agreed', 'council_decision', 'authorisation_to_sign', 'consent_request'] as const;
    const acts: Situation['acts'][number][] = [...round, 'consent_refused' as const].map((kind) => ({ ...anAct(kind, '2020-01'), number: '1', session: '1' }));
    for (const kind of [...round, 'consent_given', 'signature'] as const) {
      const open = nextActs(situation({ acts, terms }), today).filter(isOpen).map((move) => move.kind);
      assert.ok(open.includes(kind), `${kind}: ${open.join()}`);
      acts.push({ ...anAct(kind, '2020-02'), number: '2', session: '2' });
    }
    const early = acts.filter(({ kind, on }) => kind !== 'authorisation_to_sign' || on?.edtf === '2020-01').slice(0, -1);
    assert.deepEqual(mayFollow('signature', situation({ acts: early, terms }), today).map(({ rule }) => rule), ['notAuthorised'], 'an authority of the first round is none of the second');
    const bare = acts.slice(0, 9).map((act) => (act.kind === 'council_decision' && act.on?.edtf === '2020-02' ? { ...act, session: null } : act));
    assert.deepEqual(mayFollow('consent_request', situation({ acts: bare, terms }), today).map(({ rule }) => rule), ['decisionIncomplete'], 'nor does its decision carry the second request');
  });
});

describe('periods one after the other', () => {
  const tacit = { validFrom: parseFuzzyDate('2014-03-01'), termMonths: 36, renewal: 'tacit', renewalMonths: 36, noticeMonths: 3 } as const;
  const held = [anAct('signature', '2013-12-14'), anAct('entry_into_force', '2014-03-01')];
  const told = (some: Facts) => periodsOf(some, standingOn(some, today), today).map(({ number, endsOn, by }) => `${number} ${endsOn?.latest} ${by}`);

  test('are the agreed one, the tacit ones, and the one that comes next by itself', () => {
    assert.deepEqual(told(facts({ acts: held, terms: tacit })), ['1 2017-02-28 agreement', '2 2020-02-29 tacit', '3 2023-02-28 tacit', '4 2026-02-28 tacit', '5 2029-02-28 tacit', '6 2032-02-29 next']);
  });

  test('after a notice none comes by itself; an express renewal says so', () => {
    assert.ok(!told(facts({ acts: [...held, anAct('notice', '2026-11-01')], terms: tacit })).some((line) => line.endsWith('next')));
    const express = facts({ acts: [...held, anAct('renewal', '2016-12-01')], terms: { ...tacit, termMonths: 120, renewal: 'express', renewalMonths: 120 } });
    assert.deepEqual(told(express), ['1 2024-02-29 agreement', '2 2034-02-28 express']);
  });
});

describe('what an act will bring', () => {
  test('is the standing that it leads to, and of a notice the days that decide', () => {
    const terms = { validFrom: parseFuzzyDate('2024-03-01'), termMonths: 36, renewal: 'tacit', renewalMonths: 36, noticeMonths: 3 } as const;
    const held = facts({ acts: [anAct('entry_into_force', '2024-03-01')], terms });
    assert.deepEqual(outlookOf(held, 'notice', today), { before: 'in_force', after: 'notice_given', notice: { by: '2026-11-28', end: '2027-02-28', later: '2030-02-28' } });
    assert.deepEqual([outlookOf(held, 'suspension', today).after, outlookOf(held, 'completion', today).after, outlookOf(held, 'amendment', today).after], ['suspended', 'completed', 'in_force']);
  });
});

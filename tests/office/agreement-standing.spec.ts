import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { actKinds, inForceRules, procedures, renewals, standings, type Act, type ActKind, type Facts, type Party, type Terms } from '#office/agreement/agreement.ts';
import { mayFollow, nextActs } from '#office/agreement/moves.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, days, facts, situation, them, us } from './agreement-facts.ts';

const today = '2026-11-21';

describe('the path to signature', () => {
  test('each act carries an agreement with a foreign city one step on', () => {
    const path: [ActKind, string][] = [
      ['initiative', 'initiative'], ['drafting_started', 'drafting'], ['text_agreed', 'agreed_text'], ['council_decision', 'council_decided'],
      ['consent_request', 'consent_requested'], ['consent_given', 'consent_given'], ['authorisation_to_sign', 'ready_to_sign'], ['signature', 'signed'],
    ];
    const acts: Act[] = [];
    for (const [kind, state] of path) {
      acts.push(anAct(kind, '2023', kind === 'signature' ? 'us' : null));
      assert.equal(standingOn(facts({ acts, terms: { procedure: 'foreign_city' } }), today).state, state, kind);
    }
  });

  test('without the consent a foreign city is never ready to sign; at home the decision and an authority are enough', () => {
    const acts = [anAct('council_decision', '2023'), anAct('authorisation_to_sign', '2023')];
    assert.equal(standingOn(facts({ acts, terms: { procedure: 'foreign_city' } }), today).state, 'council_decided');
    assert.equal(standingOn(facts({ acts, terms: { procedure: 'domestic_intermunicipal' } }), today).state, 'ready_to_sign');
  });

  test('a decision whose clause names the signatory is an authority', () => {
    const acts = [anAct('council_decision', '2023')];
    assert.equal(standingOn(facts({ acts }), today).state, 'council_decided');
    assert.equal(standingOn(facts({ acts, parties: [{ ...us, signatory: 'П. П.' }, them] }), today).state, 'ready_to_sign');
  });

  test('a refused consent sends it back, and a new draft begins the path anew', () => {
    const acts = ['council_decision', 'consent_request', 'consent_refused'].map((kind, at) => anAct(kind as ActKind, `2023-0${at + 1}`));
    assert.equal(standingOn(facts({ acts, terms: { procedure: 'foreign_city' } }), today).state, 'consent_refused');
    acts.push(anAct('drafting_started', '2023-09'));
    assert.equal(standingOn(facts({ acts, terms: { procedure: 'foreign_city' } }), today).state, 'drafting');
  });

  test('signed needs every party on our side; what others owe stays visible', () => {
    const second: Party = { ...us, id: 'us2' };
    const half = standingOn(facts({ acts: [anAct('signature', '2023', 'us'), anAct('signature', '2023', 'them')], parties: [us, second, them] }), today);
    assert.deepEqual([half.state, half.reason.rule, half.unsigned], ['ready_to_sign', 'awaitsOurSignature', ['us2']]);
    const ours = standingOn(facts({ acts: [anAct('signature', '2023', 'us')] }), today);
    assert.deepEqual([ours.state, ours.unsigned, ours.incomplete], ['signed', ['them'], true]);
  });

  test('a witness is not waited for, and a signature that names nobody stands for all', () => {
    const witness: Party = { ...us, id: 'w', role: 'witness' };
    const standing = standingOn(facts({ acts: [anAct('signature', null)], parties: [us, witness, them] }), today);
    assert.deepEqual([standing.state, standing.unsigned], ['signed', []]);
  });
});

describe('an imported record', () => {
  test('that only says “signed” is signed, and does not claim to be in force', () => {
    const standing = standingOn(facts({ acts: [anAct('signature', null)], terms: { procedure: 'foreign_city' } }), today);
    assert.deepEqual([standing.state, standing.reason.rule, standing.signedOn], ['signed', 'forceUnknown', null]);
    assert.deepEqual(standing.gaps, ['council_decision', 'consent_request', 'consent_given']);
    assert.deepEqual(standing.unknown, ['signedOn', 'entryIntoForce']);
  });

  test('whose last known act is a notice was in force, and the signature is a gap', () => {
    const standing = standingOn(facts({ acts: [anAct('notice', '2026')] }), today);
    assert.equal(standing.state, 'notice_given');
    assert.ok(standing.gaps.includes('signature'));
  });

  test('with no act at all says that nothing is known', () => {
    const standing = standingOn(facts({ acts: [] }), today);
    assert.deepEqual([standing.state, standing.reason.rule], ['initiative', 'nothingKnown']);
  });

  test('acts without dates keep their order', () => {
    const paused = [anAct('entry_into_force', '2020'), anAct('suspension', null), anAct('resumption', null)];
    assert.equal(standingOn(facts({ acts: paused }), today).state, 'in_force');
    assert.equal(standingOn(facts({ acts: [paused[0]!, paused[2]!, paused[1]!] }), today).state, 'suspended');
  });
});

describe('the entry into force', () => {
  const signatures = [anAct('signature', '2023-05-10', 'us'), anAct('signature', '2023-05-12', 'them')];

  test('by signature begins with the last of them, and not before', () => {
    const terms = { inForceRule: 'on_signature' } as const;
    assert.equal(standingOn(facts({ acts: [signatures[0]!], terms }), today).reason.rule, 'awaitsSignatures');
    const standing = standingOn(facts({ acts: signatures, terms }), today);
    assert.deepEqual([standing.state, standing.inForceFrom?.edtf], ['in_force', '2023-05-12']);
  });

  test('by a date waits for the last day that the date allows', () => {
    const terms = { inForceRule: 'on_date', validFrom: parseFuzzyDate('2026') } as const;
    assert.equal(standingOn(facts({ acts: signatures, terms }), '2026-12-30').reason.rule, 'awaitsDate');
    assert.equal(standingOn(facts({ acts: signatures, terms }), '2026-12-31').state, 'in_force');
  });

  test('by notification or consent waits for that act', () => {
    assert.equal(standingOn(facts({ acts: signatures, terms: { inForceRule: 'on_last_notification' } }), today).reason.rule, 'awaitsNotification');
    assert.equal(standingOn(facts({ acts: signatures, terms: { inForceRule: 'on_consent' } }), today).reason.rule, 'awaitsConsent');
    assert.equal(standingOn(facts({ acts: [...signatures, anAct('consent_given', '2023-06')], terms: { inForceRule: 'on_consent' } }), today).state, 'in_force');
  });

  test('an act that lies ahead does not count yet', () => {
    const acts = [...signatures, anAct('entry_into_force', '2026-11-22')];
    assert.equal(standingOn(facts({ acts }), '2026-11-21').state, 'signed');
    assert.equal(standingOn(facts({ acts }), '2026-11-22').state, 'in_force');
  });
});

describe('what may follow', () => {
  test('nobody signs with a foreign city before the consent, and it is said', () => {
    const acts = [anAct('council_decision', '2023'), anAct('authorisation_to_sign', '2023')];
    assert.deepEqual(mayFollow('signature', situation({ acts, terms: { procedure: 'foreign_city' } }), today), [{ rule: 'consentMissing' }]);
    const whole = [...acts, anAct('consent_request', '2023'), anAct('consent_given', '2023')];
    assert.deepEqual(mayFollow('signature', situation({ acts: whole, terms: { procedure: 'foreign_city' } }), today), []);
  });

  test('a new agreement needs an owner before drafting, and its parties before the text is agreed', () => {
    const fresh = { parties: [], type: null, ownerId: null };
    assert.deepEqual(mayFollow('drafting_started', situation(fresh), today), [{ rule: 'ownerMissing' }]);
    assert.deepEqual(
      mayFollow('text_agreed', situation({ ...fresh, acts: [anAct('drafting_started', '2026')] }), today).map(({ rule }) => rule),
      ['partiesMissing', 'typeMissing', 'procedureMissing'],
    );
  });

  test('the assembly decides on a text in each authentic language', () => {
    const drafted = situation({ acts: [anAct('text_agreed', '2026')], authenticLanguages: ['sr', 'en'], draftLanguages: ['sr'] });
    assert.deepEqual(mayFollow('council_decision', drafted, today), [{ rule: 'draftTextMissing', values: { language: 'en' } }]);
  });

  test('consent is asked for a foreign city only, on a decision with number, date and session', () => {
    const acts = [anAct('council_decision', '2023')];
    const rules = (procedure: Terms['procedure']) => mayFollow('consent_request', situation({ acts, terms: { procedure } }), today).map(({ rule }) => rule);
    assert.deepEqual(rules('foreign_city'), ['decisionIncomplete']);
    assert.deepEqual(rules('donor'), ['notForThisProcedure', 'decisionIncomplete']);
  });

  test('an agreement is replaced by a successor, archived with a category, left by a party where two remain', () => {
    const acts = [anAct('entry_into_force', '2020')];
    assert.deepEqual(mayFollow('replacement', situation({ acts }), today), [{ rule: 'successorMissing' }]);
    assert.deepEqual(mayFollow('party_withdrawal', situation({ acts }), today), [{ rule: 'onlyTwoParties' }]);
    assert.deepEqual(mayFollow('renewal', situation({ acts }), today), [{ rule: 'noRenewal' }]);
    assert.deepEqual(mayFollow('archiving', situation({ acts: [...acts, anAct('completion', '2021')] }), today), [{ rule: 'retentionMissing' }]);
  });
});

describe('for all facts', () => {
  const day = days();
  const fuzzy = fc.oneof(fc.constant(null), day.map(parseFuzzyDate), day.map((one) => parseFuzzyDate(one.slice(0, 7))), day.map((one) => parseFuzzyDate(one.slice(0, 4))));
  const months = fc.option(fc.integer({ min: 0, max: 120 }), { nil: null });
  const terms = fc.record({
    procedure: fc.constantFrom(...procedures, null), inForceRule: fc.constantFrom(...inForceRules, null), validFrom: fuzzy, validTo: fuzzy, termMonths: months,
    renewal: fc.constantFrom(...renewals, null), renewalMonths: months, noticeMonths: months,
  });
  const act = fc.record({ kind: fc.constantFrom(...actKinds), on: fuzzy, partyId: fc.constantFrom('us', 'them', null) });
  const some = fc.record({ terms, acts: fc.array(act, { maxLength: 12 }) })
    .map((one): Facts => ({ terms: one.terms, parties: [us, them], acts: one.acts.map((held, at) => ({ ...held, id: `${at}` })) }));

  test('there is one standing, of the vocabulary, the same each time it is asked', () => {
    fc.assert(fc.property(some, day, (held, on) => {
      const standing = standingOn(held, on);
      assert.ok(standings.includes(standing.state));
      assert.notEqual(standing.state as string, 'renewed');
      assert.deepEqual(standingOn(held, on), standing);
    }), { numRuns: 2000 });
  });

  test('an agreement that a termination, completion or replacement ended never holds again', () => {
    fc.assert(fc.property(some, day, day, (held, ended, later) => {
      const acts = [...held.acts.filter(({ kind }) => kind !== 'archiving'), anAct('termination', ended)];
      const on = later > ended ? later : ended;
      assert.ok(['terminated', 'completed', 'replaced'].includes(standingOn({ ...held, acts }, on).state));
    }), { numRuns: 500 });
  });

  test('what follows is only ever offered where nothing but conditions stands in its way', () => {
    fc.assert(fc.property(some, day, (held, on) => {
      const at = situation({ ...held });
      for (const { kind, unmet } of nextActs(at, on)) assert.deepEqual(mayFollow(kind, at, on), unmet);
    }), { numRuns: 300 });
  });
});

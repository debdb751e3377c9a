import fc from 'fast-check';
import { actKinds, inForceRules, procedures, renewals, type Act, type ActKind, type Facts, type Party, type Terms } from '#office/agreement/agreement.ts';
import type { Situation } from '#office/agreement/moves.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';

export const us: Party = { id: 'us', side: 'us', role: 'signatory', signatory: null };
export const them: Party = { id: 'them', side: 'them', role: 'signatory', signatory: null };
const noTerms: Terms = {
  procedure: null, inForceRule: null, validFrom: null, validTo: null, termMonths: null, renewal: null, renewalMonths: null, noticeMonths: null,
};

export function anAct(kind: ActKind, on: string | null, partyId: string | null = null): Act {
  return { id: `${kind} ${on}`, kind, on: on === null ? null : parseFuzzyDate(on), partyId };
}

export function facts({ acts, parties = [us, them], terms = {} }: { acts: readonly Act[]; parties?: readonly Party[]; terms?: Partial<Terms> }): Facts {
  return { acts, parties, terms: { ...noTerms, ...terms } };
}

export function situation({ acts = [], parties, terms, ...rest }: Partial<Omit<Situation, 'terms'>> & { terms?: Partial<Terms> }): Situation {
  return {
    ...facts({ acts, parties, terms }), type: 'cooperation_agreement', ownerId: 'owner', authenticLanguages: [], draftLanguages: [], retentionCategory: null,
    hasSuccessor: false, ...rest,
  };
}

/** ISO days of forty years, leap days among them. */
export function days() {
  return fc.date({ min: new Date('1995-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
}

/** Terms and acts of every kind, dated as exactly or as vaguely as sources say. */
export function anyFacts() {
  const day = days();
  const fuzzy = fc.oneof(
    fc.constant(null), day.map(parseFuzzyDate), day.map((one) => parseFuzzyDate(one.slice(0, 7))), day.map((one) => parseFuzzyDate(one.slice(0, 4))),
    day.map((one) => parseFuzzyDate(`${one.slice(0, 3)}X`)), day.map((one) => parseFuzzyDate(`../${one}`)), day.map((one) => parseFuzzyDate(`${one}/..`)),
  );
  const months = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
  const terms = fc.record({
    procedure: fc.constantFrom(...procedures, null), inForceRule: fc.constantFrom(...inForceRules, null), validFrom: fuzzy, validTo: fuzzy, termMonths: months,
    renewal: fc.constantFrom(...renewals, null), renewalMonths: months, noticeMonths: months,
  });
  const often = fc.constantFrom('signature' as const, 'entry_into_force' as const, 'notice' as const, 'renewal' as const);
  const act = fc.record({ kind: fc.oneof(fc.constantFrom(...actKinds), often), on: fuzzy, partyId: fc.constantFrom('us', 'them', null) });
  const byConsent = fc.record({
    terms: terms.map((one) => ({ ...one, inForceRule: 'on_consent' as const, validFrom: null, validTo: null })),
    acts: fc.tuple(fuzzy, fuzzy).map(([signed, given]) => [{ kind: 'signature' as const, on: signed, partyId: null }, { kind: 'consent_given' as const, on: given, partyId: null }]),
  });
  return fc.oneof({ arbitrary: fc.record({ terms, acts: fc.array(act, { maxLength: 10 }) }), weight: 4 }, byConsent)
    .map((one): Facts => ({ terms: one.terms, parties: [us, them], acts: one.acts.map((held, at) => ({ ...held, id: `${at}` })) }));
}

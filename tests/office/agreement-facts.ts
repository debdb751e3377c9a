import fc from 'fast-check';
import type { Act, ActKind, Facts, Party, Terms } from '#office/agreement/agreement.ts';
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

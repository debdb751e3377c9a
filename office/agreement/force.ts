import { compareFuzzy } from '#office/fuzzy-date.ts';
import type { FuzzyDate } from '#db/columns.ts';
import { first, unsigned } from './acts.ts';
import type { Act, ActKind, Facts } from './agreement.ts';

/** Whether a signed agreement has entered into force: by what and when, or what it still awaits. */
export type Force =
  | { readonly holds: true; readonly by: 'act' | 'date' | 'signature' | 'consent' | 'laterAct'; readonly on: FuzzyDate | null; readonly act: Act | null }
  | { readonly holds: false; readonly awaits: 'date' | 'signatures' | 'consent' | 'notification' | 'unknown' };

/** Acts that only an agreement in force can have: whoever found one of them has found that it was in force. */
const laterActs: readonly ActKind[] = [
  'amendment', 'renewal', 'suspension', 'resumption', 'notice', 'notice_withdrawn', 'party_withdrawal', 'termination', 'completion', 'replacement', 'archiving',
];

/** Asked of an agreement that was signed, or of which a later act is known. */
export function force({ terms, parties }: Facts, acts: readonly Act[], today: string): Force {
  const entry = first(acts, 'entry_into_force');
  if (entry) return { holds: true, by: 'act', on: entry.on ?? terms.validFrom, act: entry };
  const later = first(acts, ...laterActs);
  if (later) return { holds: true, by: 'laterAct', on: terms.validFrom, act: later };
  if (terms.validFrom) {
    const day = terms.validFrom.latest ?? terms.validFrom.earliest;
    return day && day <= today ? { holds: true, by: 'date', on: terms.validFrom, act: null } : { holds: false, awaits: 'date' };
  }
  if (terms.inForceRule === 'on_signature') {
    if (unsigned(acts, parties).length) return { holds: false, awaits: 'signatures' };
    return { holds: true, by: 'signature', on: lastDate(acts, 'signature'), act: null };
  }
  if (terms.inForceRule === 'on_consent') {
    const consent = first(acts, 'consent_given');
    return consent ? { holds: true, by: 'consent', on: lastDate(acts, 'signature', 'consent_given'), act: consent } : { holds: false, awaits: 'consent' };
  }
  return { holds: false, awaits: terms.inForceRule === 'on_last_notification' ? 'notification' : 'unknown' };
}

export function impliesForce(acts: readonly Act[]): boolean {
  return first(acts, 'entry_into_force', ...laterActs) !== null;
}

/** The date of the last of these acts; null as soon as one of them has none, since it might be the last. */
export function lastDate(acts: readonly Act[], ...kinds: ActKind[]): FuzzyDate | null {
  const dates = acts.filter(({ kind }) => kinds.includes(kind)).map(({ on }) => on);
  return dates.includes(null) ? null : dates.toSorted(compareFuzzy).at(-1) ?? null;
}

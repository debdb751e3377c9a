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

/**
 * Asked of an agreement that was signed, or of which a later act is known. What its own terms say of the day comes before what
 * a later act lets conclude, since only the terms know the day from which the periods are reckoned.
 */
export function force(facts: Facts, acts: readonly Act[], today: string): Force {
  const entry = first(acts, 'entry_into_force');
  if (entry) return { holds: true, by: 'act', on: entry.on ?? facts.terms.validFrom, act: entry };
  const entered = byTerms(facts, acts, today);
  const later = entered.holds ? null : first(acts, ...laterActs);
  return later ? { holds: true, by: 'laterAct', on: facts.terms.validFrom, act: later } : entered;
}

function byTerms({ terms, parties }: Facts, acts: readonly Act[], today: string): Force {
  if (terms.validFrom) {
    const day = terms.validFrom.latest ?? terms.validFrom.earliest;
    return day && day <= today ? { holds: true, by: 'date', on: terms.validFrom, act: null } : { holds: false, awaits: 'date' };
  }
  const rule = terms.inForceRule;
  if (rule !== 'on_signature' && rule !== 'on_consent') return { holds: false, awaits: rule === 'on_last_notification' ? 'notification' : 'unknown' };
  const consent = rule === 'on_consent' ? first(acts, 'consent_given') : null;
  if (rule === 'on_consent' && !consent) return { holds: false, awaits: 'consent' };
  if (first(acts, 'signature') === null || unsigned(acts, parties).length) return { holds: false, awaits: 'signatures' };
  return consent ? { holds: true, by: 'consent', on: lastDate(acts, 'signature', 'consent_given'), act: consent }
    : { holds: true, by: 'signature', on: lastDate(acts, 'signature'), act: null };
}

export function impliesForce(acts: readonly Act[]): boolean {
  return first(acts, 'entry_into_force', ...laterActs) !== null;
}

/** The date of the last of these acts; null as soon as one of them has none, since it might be the last. */
export function lastDate(acts: readonly Act[], ...kinds: ActKind[]): FuzzyDate | null {
  const dates = acts.filter(({ kind }) => kinds.includes(kind)).map(({ on }) => on);
  return dates.includes(null) ? null : dates.toSorted(compareFuzzy).at(-1) ?? null;
}

import type { Facts } from './agreement.ts';
import { addDays } from './days.ts';
import { standingOn, type Standing } from './standing.ts';
import { endOfPeriod, periodEndedBy, type Bounds } from './term.ts';

/** Before every other day, as Postgres writes it. */
export const always = '-infinity';

/** The first day of each standing, ascending from `always`, and the standings; both of one length. Days are ISO. */
export type StandingDays = { readonly from: readonly string[]; readonly standings: readonly Standing['state'][] };

/**
 * The days on which `standingOn` changes its answer. It looks at `today` in three places only: an act counts from its
 * earliest day, a stated beginning holds from its latest, a period is over on the day after its latest end. So it is
 * asked on each of these days and holds until the next. A tacit renewal moves the period and not the state.
 */
export function standingDays(facts: Facts): StandingDays {
  const turns = turningDays(facts);
  const from = [always];
  const standings = [standingOn(facts, addDays(turns[0] ?? '2000-01-01', -1)).state];
  for (const day of turns) {
    const { state } = standingOn(facts, day);
    if (state === standings.at(-1)) continue;
    from.push(day);
    standings.push(state);
  }
  return { from, standings };
}

/** Every day on which the standing may change, ascending, each once. */
export function turningDays(facts: Facts): string[] {
  const { terms: { validFrom }, acts } = facts;
  const days = [...acts.map(({ on }) => on?.earliest), validFrom?.latest ?? validFrom?.earliest, ...ends(facts).map((day) => day && addDays(day, 1))];
  // A term may end in a year beyond those that a day is written with; it is never over then.
  return [...new Set(days.flatMap((day) => (day && /^\d{4}-/.test(day) ? [day] : [])))].toSorted();
}

/** The latest day of every period that can be the running one when something ends. */
function ends({ terms, acts }: Facts): (string | null)[] {
  const renewals = acts.filter(({ kind }) => kind === 'renewal').length;
  const notices = acts.filter(({ kind }) => kind === 'notice').map(({ on }) => on?.latest ?? null);
  return starts({ terms, acts }).flatMap((start) => {
    const byNotice = terms.renewal === 'tacit' ? notices.flatMap((day) => periodEndedBy(terms, start, day) ?? []) : [];
    return [...Array(renewals + 1).keys(), ...byNotice].map((k) => endOfPeriod(terms, start, k)?.latest ?? null);
  });
}

/** From where a term may be reckoned: its stated beginning, else the date of an act that carries it into force. */
function starts({ terms, acts }: Pick<Facts, 'terms' | 'acts'>): (Bounds | null)[] {
  if (terms.validFrom || terms.validTo) return [terms.validFrom];
  return [null, ...acts.filter(({ kind }) => kind === 'entry_into_force' || kind === 'signature' || kind === 'consent_given').map(({ on }) => on)];
}

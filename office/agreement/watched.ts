import type { LocalText, TextState } from '#messages/local-text.ts';
import type { Facts } from './agreement.ts';
import { addDays } from './days.ts';
import { standingOn, type Standing } from './standing.ts';
import { always, turningDays } from './standing-days.ts';

/** After every other day, as Postgres writes it. */
export const forEver = 'infinity';

/** What the office watches an agreement for, and the days for which that holds. All days are ISO. */
export type Watched = {
  readonly watchedFrom: string; readonly watchedUntil: string;
  /** By when somebody must have decided whether it goes on, after the usual days (the office’s own are reckoned in by office/agreement/deciding.ts), and its last day, while it binds. */
  readonly decideBy: string | null; readonly endsBy: string | null;
  /** What a complete record would have: acts not found, facts not known, `signatures`. */
  readonly lacks: readonly string[];
};

/**
 * What is to be watched on `today`. `standingOn` changes its answer on the turning days alone, and a term that renews
 * itself also on the day after each of its periods; so the answer holds from the last such day to the eve of the next.
 */
export function watchedOn(facts: Facts, today: string): Watched {
  const standing = standingOn(facts, today);
  const turns = [...turningDays(facts), ...periodTurns(standing)];
  const before = turns.filter((day) => day <= today).toSorted().at(-1);
  const after = turns.filter((day) => day > today).toSorted()[0];
  return { watchedFrom: before ?? always, watchedUntil: after ? addDays(after, -1) : forEver, ...alarmsOf(standing), lacks: lacksOf(standing) };
}

/** Standings in which a term runs, so that something may have to be done by a day. */
const running: readonly Standing['state'][] = ['in_force', 'notice_given', 'suspended'];

/** The days that a standing has somebody watch; a pause is no time to say that an end is near. */
export function alarmsOf({ state, decideBy, endsBy }: Pick<Standing, 'state' | 'decideBy' | 'endsBy'>): Pick<Watched, 'decideBy' | 'endsBy'> {
  return running.includes(state) ? { decideBy, endsBy: state === 'suspended' ? null : endsBy } : { decideBy: null, endsBy: null };
}

function lacksOf({ gaps, unknown, unsigned }: Standing): string[] {
  return [...gaps, ...unknown, ...(unsigned.length ? ['signatures'] : [])];
}

/** The first day of the running period and the day after its end, as far as they are days that can be written. */
function periodTurns({ period }: Standing): string[] {
  const began = period && period.number > 1 ? period.startsOn?.latest : null;
  const end = period?.endsOn?.latest;
  return [began, end && addDays(end, 1)].filter((day): day is string => typeof day === 'string' && /^\d{4}-/.test(day));
}

/** How far the English of these texts is, of all that exist the one that is further behind. */
export function englishOf(texts: readonly (LocalText | null)[]): TextState {
  const states = texts.flatMap((text) => (text ? [text.en?.text ? text.en.state : 'missing' as const] : []));
  return behind.find((state) => states.includes(state)) ?? 'missing';
}

const behind: readonly TextState[] = ['missing', 'outdated', 'draft', 'derived', 'checked'];

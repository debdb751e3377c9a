import type { LocalText, TextState } from '#messages/local-text.ts';
import type { Facts } from './agreement.ts';
import { addDays } from './days.ts';
import { standingOn, type Standing } from './standing.ts';
import { always, turningDays } from './standing-days.ts';
import { noticeDaysAround } from './term.ts';

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
 * itself also on the day after each of its periods and after each last day for a notice; so the answer holds from the last such day to
 * the eve of the next.
 */
export function watchedOn(facts: Facts, today: string): Watched {
  const standing = standingOn(facts, today);
  const turns = [...turningDays(facts), ...periodTurns(facts, standing, today)];
  const before = turns.filter((day) => day <= today).toSorted().at(-1);
  const after = turns.filter((day) => day > today).toSorted()[0];
  return { watchedFrom: before ?? always, watchedUntil: after ? addDays(after, -1) : forEver, ...alarmsOf(standing), lacks: lacksOf(standing) };
}

/** Whether a term runs, so that something may have to be done by a day, and it can be said that it goes on or ends. */
export function isRunning({ state }: Pick<Standing, 'state'>): boolean {
  return state === 'in_force' || state === 'notice_given' || state === 'suspended';
}

/** The days that a standing has somebody watch; in a pause too, since a suspension prolongs no term (decision 0029). */
export function alarmsOf({ state, decideBy, endsBy }: Pick<Standing, 'state' | 'decideBy' | 'endsBy'>): Pick<Watched, 'decideBy' | 'endsBy'> {
  return isRunning({ state }) ? { decideBy, endsBy } : { decideBy: null, endsBy: null };
}

function lacksOf({ gaps, unknown, unsigned }: Standing): string[] {
  return [...gaps, ...unknown, ...(unsigned.length ? ['signatures'] : [])];
}

/** The first day of the running period, the days after its end and after the last days for a notice around `today`, as far as they are days that can be written. */
function periodTurns({ terms }: Facts, { period, inForceFrom, renewsOn }: Standing, today: string): string[] {
  const began = period && period.number > 1 ? period.startsOn?.latest : null;
  const noticeDays = renewsOn ? noticeDaysAround(terms, terms.validFrom ?? inForceFrom, today) : [];
  const overs = [period?.endsOn?.latest, ...noticeDays].map((day) => day && addDays(day, 1));
  return [began, ...overs].filter((day): day is string => typeof day === 'string' && /^\d{4}-/.test(day));
}

/** How far the English of these texts is, of all that exist the one that is further behind. */
export function englishOf(texts: readonly (LocalText | null)[]): TextState {
  const states = texts.flatMap((text) => (text ? [text.en?.text ? text.en.state : 'missing' as const] : []));
  return behind.find((state) => states.includes(state)) ?? 'missing';
}

const behind: readonly TextState[] = ['missing', 'outdated', 'draft', 'derived', 'checked'];

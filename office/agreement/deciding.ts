import { sql, type SQL } from 'drizzle-orm';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { settingNow } from '#office/setting/read.ts';
import { usualBuffer } from './standing.ts';

/**
 * So many days later (or earlier, below nought) than after the usual ones does this office want to have decided. Narrow rows hold the
 * day after the usual ones, so that none of them is written when the office chooses others.
 */
export async function decidesLater(): Promise<number> {
  return usualBuffer - await settingNow('decide_days');
}

/** The day by which this office wants to have decided. */
export function decideBy(later: number): SQL<string> {
  return sql`(${agreementIndex.decideBy} + ${later}::int)`;
}

/**
 * A decision that names no day of its own (office/agreement/decided.ts) is one about the coming day if it was taken no longer than so many days before: 230 before the
 * last day for notice, or since three months before the day to decide where that is earlier. Never so early that the decision
 * about the year before would count once more, whatever days the office chooses; then it is asked again rather than not at all.
 */
export function validDays(later: number): number {
  const days = usualBuffer - later;
  return Math.max(230 - days, Math.min(90, 335 - days), 0);
}

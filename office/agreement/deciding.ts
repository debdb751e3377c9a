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

import { eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { agreement } from '#db/schema/agreement.ts';
import { aside } from '#office/change.ts';
import { deriveAgreements, indexRule } from './derived.ts';

/** How many are derived in one transaction. */
const some = 200;

/**
 * Derives every narrow row that is missing, of an older version or of an older rule, as after an upgrade, or watched for days
 * without `today` (an ISO day) among them; answers with how many. Also those that a transaction of a later number wrote, since
 * a restored copy counts its own from the start.
 */
export async function deriveStale(today: string): Promise<number> {
  const stale = await reader().select({ id: agreement.id }).from(agreement).leftJoin(agreementIndex, eq(agreementIndex.id, agreement.id))
    .where(or(isNull(agreementIndex.id), ne(agreementIndex.version, agreement.version), ne(agreementIndex.rule, indexRule), lt(agreementIndex.watchedUntil, today), gt(agreementIndex.watchedFrom, today), writtenLater));
  for (let from = 0; from < stale.length; from += some) {
    const ids = stale.slice(from, from + some).map(({ id }) => id);
    await aside((db) => deriveAgreements(db, ids, today));
  }
  return stale.length;
}

const writtenLater = sql`${agreementIndex.writtenIn} >= pg_snapshot_xmax(pg_current_snapshot())`;

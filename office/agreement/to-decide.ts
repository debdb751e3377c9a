import { and, eq, gte, lte, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { agreement } from '#db/schema/agreement.ts';
import { remembered } from '#office/remembered.ts';
import { systemViewer } from '#office/viewer.ts';
import { addDays } from './days.ts';
import { decidedAmongMany, decisionAbout, decisionsOf, type Decided } from './decided.ts';
import { decidesLater } from './deciding.ts';
import type { AgreementRecord } from './read.ts';
import { usualBuffer } from './standing.ts';
import { alarmsOf } from './watched.ts';

/**
 * How the day to decide stands: it waits, also once it has passed, until nothing could be done any more on the last day for a notice; or it was decided
 * on an ISO day; or it is over. Null where there is none.
 */
export type ToDecide = { readonly state: 'waits' | 'over' } | { readonly state: 'decided'; readonly on: string } | null;

/** The same of one agreement on `today` (an ISO day); for its pages in the workspace, since what was decided is the office’s own matter. */
export async function toDecide({ id, standing, acts, renewalMonths }: Pick<AgreementRecord, 'id' | 'standing' | 'acts' | 'renewalMonths'>, today: string): Promise<ToDecide> {
  const day = alarmsOf(standing).decideBy;
  if (!day) return null;
  const [later, [held]] = await Promise.all([decidesLater(), reader().select({ decisions: decisionsOf(sql`${agreement.id}`) }).from(agreement).where(eq(agreement.id, id))]);
  return toDecideBy(day, today, later, { decisions: held?.decisions ?? [], acts: acts as Decided['acts'], renewalMonths });
}

/** `day` after the office’s own days, which lie so many later than the usual ones. */
export function toDecideBy(day: string, today: string, later: number, decided: Decided): NonNullable<ToDecide> {
  const decision = decisionAbout('decide', day, later, decided);
  if (decision) return { state: 'decided', on: decision.on };
  return { state: addDays(day, usualBuffer - later) >= today ? 'waits' : 'over' };
}

/**
 * Of all agreements those that a decision was entered about: `decide` among the ones whose day to decide has come within the usual days, or comes within
 * so many; `ends` among those that end within as many, where it was decided that they may.
 */
export async function decidedAgreements(today: string, within: number): Promise<Record<'decide' | 'ends', ReadonlySet<string>>> {
  const later = await decidesLater();
  const [from, to, last] = [addDays(today, -usualBuffer), addDays(today, within - later), addDays(today, within)];
  const those = async (rule: SQL | undefined) => new Set((await reader().select({ id: agreementIndex.id }).from(agreementIndex).where(rule)).map(({ id }) => id));
  const { id, decideBy, endsBy } = agreementIndex;
  return remembered(systemViewer, `decided from ${from} to ${to}, ${later} days later`, async () => {
    const [decide, ends] = await Promise.all([
      those(and(gte(decideBy, from), lte(decideBy, to), decidedAmongMany('decide', sql`${id}`, sql`${decideBy}`, later))), those(and(lte(endsBy, last), decidedAmongMany('ends', sql`${id}`, sql`${endsBy}`, 0))),
    ]);
    return { decide, ends };
  }, ['agreement', 'milestone']);
}

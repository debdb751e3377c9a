import { and, eq, gte, lte, sql } from 'drizzle-orm';
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

/** Of all agreements those that a decision was entered about, among the ones whose day to decide has come within the usual days, or comes within so many. */
export async function decidedAgreements(today: string, within: number): Promise<ReadonlySet<string>> {
  const later = await decidesLater();
  const [from, to] = [addDays(today, -usualBuffer), addDays(today, within - later)];
  return remembered(systemViewer, `decided from ${from} to ${to}, ${later} days later`, async () => {
    const rows = await reader().select({ id: agreementIndex.id }).from(agreementIndex).where(and(
      gte(agreementIndex.decideBy, from), lte(agreementIndex.decideBy, to), decidedAmongMany('decide', sql`${agreementIndex.id}`, sql`${agreementIndex.decideBy}`, later),
    ));
    return new Set(rows.map(({ id }) => id));
  }, ['agreement', 'milestone']);
}

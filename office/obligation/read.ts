import { and, asc, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { obligation } from '#db/schema/obligation.ts';
import type { LocalText } from '#messages/local-text.ts';
import { sight } from '#office/publication.ts';
import { recurs } from '#office/recurrence.ts';
import type { Viewer } from '#office/viewer.ts';
import { agreementRuns, membershipRuns, struckNote } from './due.ts';

/** The record that a duty belongs to. */
export type DutyHolder = { readonly noun: 'agreement' | 'membership'; readonly id: string };
export type Duty = Awaited<ReturnType<typeof dutiesOf>>[number];

/** The duties under an agreement or a membership that the viewer may see, in the order of its form. */
export async function dutiesOf(viewer: Viewer, holder: DutyHolder) {
  return read(viewer, holder, undefined);
}

/** One of them; null where there is none that the viewer may see. */
export async function dutyOf(viewer: Viewer, holder: DutyHolder, id: string): Promise<Duty | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  return (await read(viewer, holder, eq(obligation.id, id)))[0] ?? null;
}

/** Whose duties these are, by the ids of the duties, as far as the viewer may see them. */
export async function holdersOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, DutyHolder>> {
  if (ids.length === 0) return new Map();
  const rows = await reader().select({ id: obligation.id, agreementId: agreement.id, membershipId: membership.id }).from(obligation)
    .leftJoin(agreement, and(eq(agreement.id, obligation.agreementId), sight(viewer, 'agreement', agreement)))
    .leftJoin(membership, and(eq(membership.id, obligation.membershipId), sight(viewer, 'membership', membership)))
    .where(inArray(obligation.id, [...new Set(ids)]));
  return new Map(rows.flatMap(({ id, agreementId, membershipId }): [string, DutyHolder][] => {
    if (agreementId) return [[id, { noun: 'agreement', id: agreementId }]];
    return membershipId ? [[id, { noun: 'membership', id: membershipId }]] : [];
  }));
}

/** A day of a duty for which no milestone stands, with whoever keeps it, or else its record. `day` is an ISO day, `id` the record's. */
export type PlainDuty = { readonly id: string; readonly day: string; readonly code: string; readonly text: LocalText; readonly ownerId: string | null; readonly deputyId: string | null };

/**
 * Open duties that fall due between these ISO days and that no milestone reminds of: those that come once, and those whose recurrence
 * cannot be reckoned, by their first day. Under records of this noun that the viewer may see, that still run on `today`; all, or those named.
 */
export async function plainDuties(viewer: Viewer, noun: DutyHolder['noun'], { from, to, today, ids, limit }: { from: string; to: string; today: string; ids?: readonly string[]; limit: number }): Promise<PlainDuty[]> {
  const [table, named, runs] = noun === 'agreement' ? [agreement, obligation.agreementId, agreementRuns(today)] as const : [membership, obligation.membershipId, membershipRuns(today)] as const;
  const latest = sql<string>`(${obligation.due} ->> 'latest')`;
  const rows = await reader().select({
    id: table.id, code: table.code, day: latest, text: obligation.text, due: obligation.due, recurrence: obligation.recurrence,
    ownerId: sql<string | null>`coalesce(${obligation.ownerId}, ${table.ownerId})`,
    deputyId: sql<string | null>`case when ${obligation.ownerId} is null then coalesce(${obligation.deputyId}, ${table.deputyId}) else ${obligation.deputyId} end`,
  }).from(obligation).innerJoin(table, eq(table.id, named))
    .where(and(sight(viewer, noun, table), eq(obligation.state, 'open'), sql`${latest} between ${from} and ${to}`, runs, ids ? inArray(named, [...ids]) : undefined,
      sql`not exists (select from ${milestone} where ${milestone.obligationId} = ${obligation.id} and ${milestone.occurrence}::text = (${obligation.due} ->> 'earliest') and not ${isStruck})`))
    .orderBy(latest, table.id, asc(obligation.position)).limit(limit);
  return rows.filter(({ recurrence, due }) => !recurrence || !recurs(recurrence, due)).map(({ due: _due, recurrence: _recurrence, ...duty }) => duty);
}

/** The clock took a milestone out of the plan, so it reminds nobody. */
export const isStruck = sql`exists (select from milestone_act a where a.milestone_id = ${milestone.id} and a.kind = 'cancelled' and a.note -> 'sr-Cyrl' ->> 'text' = ${struckNote})`;

async function read(viewer: Viewer, { noun, id }: DutyHolder, which: SQL | undefined) {
  const [table, named] = noun === 'agreement' ? [agreement, obligation.agreementId] as const : [membership, obligation.membershipId] as const;
  return reader().select(getTableColumns(obligation)).from(obligation).innerJoin(table, and(eq(table.id, named), sight(viewer, noun, table)))
    .where(and(eq(named, id), which)).orderBy(asc(obligation.position));
}

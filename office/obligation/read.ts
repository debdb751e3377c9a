import { and, asc, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { membership } from '#db/schema/membership.ts';
import { obligation } from '#db/schema/obligation.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

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

async function read(viewer: Viewer, { noun, id }: DutyHolder, which: SQL | undefined) {
  const [table, named] = noun === 'agreement' ? [agreement, obligation.agreementId] as const : [membership, obligation.membershipId] as const;
  return reader().select(getTableColumns(obligation)).from(obligation).innerJoin(table, and(eq(table.id, named), sight(viewer, noun, table)))
    .where(and(eq(named, id), which)).orderBy(asc(obligation.position));
}

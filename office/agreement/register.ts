import { asc, eq, inArray, sql, and } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementAct, agreementParty, type agreement } from '#db/schema/agreement.ts';
import { organisation } from '#db/schema/organisation.ts';
import { sight } from '#office/publication.ts';
import { settingNow } from '#office/setting/read.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Act, Party } from './agreement.ts';
import { termsOf } from './situation.ts';
import { standingOn } from './standing.ts';

type Row = { id: string } & Parameters<typeof termsOf>[0];
export type ReadAct = typeof agreementAct.$inferSelect;

/** Rows of the register with their parties and with the standing that follows from their acts on `today`. */
export async function withStanding<T extends Row>(viewer: Viewer, rows: readonly T[], today: string) {
  const ids = rows.map(({ id }) => id);
  const [parties, acts, buffer] = await Promise.all([byAgreement(partiesOf(viewer, ids)), byAgreement(actsOf(ids)), settingNow('decide_days')]);
  return rows.map((row) => {
    const [own, happened] = [parties.get(row.id) ?? [], acts.get(row.id) ?? []];
    const facts = { terms: termsOf(row), parties: own as readonly Party[], acts: happened as readonly Act[] };
    return { ...row, parties: own, acts: happened, standing: standingOn(facts, today, buffer) };
  });
}

/**
 * The parties of these agreements in their order, our side first. A party whose own record the viewer may not see
 * keeps its place and its acts, but not its name: `organisation` is null.
 */
export async function partiesOf(viewer: Viewer, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return reader().select({
    id: agreementParty.id, agreementId: agreementParty.agreementId, organisationId: agreementParty.organisationId, role: agreementParty.role,
    side: agreementParty.side, signatory: agreementParty.signatory, signatoryOffice: agreementParty.signatoryOffice, note: agreementParty.note,
    inferred: agreementParty.inferred,
    organisation: {
      id: organisation.id, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, isSelf: organisation.isSelf,
    },
  }).from(agreementParty)
    .leftJoin(organisation, and(eq(organisation.id, agreementParty.organisationId), sight(viewer, 'organisation', organisation)))
    .where(among(agreementParty.agreementId, ids))
    .orderBy(sql`${agreementParty.side} = 'them'`, asc(agreementParty.position));
}

async function actsOf(ids: readonly string[]): Promise<ReadAct[]> {
  if (ids.length === 0) return [];
  return reader().select().from(agreementAct).where(among(agreementAct.agreementId, ids)).orderBy(asc(agreementAct.position));
}

/** One parameter for all of them: a list of thousands would be thousands of parameters. */
function among(column: typeof agreementParty.agreementId | typeof agreementAct.agreementId | typeof agreement.id, ids: readonly string[]) {
  return ids.length === 1 ? inArray(column, [...ids]) : sql`${column} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`;
}

async function byAgreement<T extends { agreementId: string }>(read: Promise<T[]>): Promise<Map<string, T[]>> {
  return Map.groupBy(await read, ({ agreementId }) => agreementId);
}

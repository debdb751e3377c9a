import { and, asc, desc, eq, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme, programmePartner } from '#db/schema/programme.ts';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import { folded, inAlphabet, inOrder, page, type Page } from '#office/listing.ts';
import { sight, withdrawn } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';

const line = {
  id: programme.id, code: programme.code, slug: programme.slug, name: programme.name, acronym: programme.acronym, purpose: programme.purpose,
  periodFrom: programme.periodFrom, periodTo: programme.periodTo, funderId: programme.funderId,
  publication: programme.publication, verification: programme.verification, changedAt: programme.changedAt,
};
export type ProgrammeLine = Awaited<ReturnType<typeof listProgrammes>>['lines'][number];

export type ProgrammeFilter = { q?: string; publication?: Publication; form?: WrittenForm; sort?: string; page?: number; perPage?: number };

/** Programmes that the viewer may see, by name unless `sort` says otherwise. */
export async function listProgrammes(viewer: Viewer, filter: ProgrammeFilter): Promise<Page<typeof line>> {
  const rule = and(
    sight(viewer, 'programme', programme),
    filter.publication ? eq(programme.publication, filter.publication) : undefined,
    folded(filter.q, programme.name, programme.acronym, programme.code),
  );
  return page(programme, line, rule, [inOrder(orders(filter.form), filter.sort), asc(programme.id)], filter);
}

/** How an organisation takes part in a programme: a role among its partners, or an office of the programme itself. */
export type ProgrammeTie = { id: string; code: string; slug: string; name: LocalText | null; role: string; note: LocalText | null };

/** The programmes in which an organisation has a part, once for each of its roles; `managing` and `national` are authorities. */
export async function programmesOf(viewer: Viewer, organisationId: string): Promise<ProgrammeTie[]> {
  const told = { id: programme.id, code: programme.code, slug: programme.slug, name: programme.name };
  const partners = await reader().select({ ...told, role: programmePartner.role, note: programmePartner.note })
    .from(programmePartner).innerJoin(programme, eq(programme.id, programmePartner.programmeId))
    .where(and(eq(programmePartner.organisationId, organisationId), sight(viewer, 'programme', programme))).orderBy(asc(programme.code)).limit(200);
  const offices = { funder: programme.funderId, managing: programme.managingAuthorityId, national: programme.nationalAuthorityId };
  const held = await reader().select({ ...told, ...offices }).from(programme)
    .where(and(or(...Object.values(offices).map((column) => eq(column, organisationId))), sight(viewer, 'programme', programme))).orderBy(asc(programme.code)).limit(200);
  const byOffice = held.flatMap(({ funder: paid, managing: managed, national: spoke, ...one }) =>
    ([['funder', paid], ['managing', managed], ['national', spoke]] as const).flatMap(([role, who]) => (who === organisationId ? [{ ...one, role, note: null }] : [])));
  const all = [...partners, ...byOffice.filter((one) => !partners.some(({ id, role }) => id === one.id && role === one.role))];
  return all.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

export type ProgrammeRecord = NonNullable<Awaited<ReturnType<typeof programmeById>>>;

export async function programmeById(viewer: Viewer, id: string) {
  return find(viewer, eq(programme.id, id));
}

export async function programmeBySlug(viewer: Viewer, slug: string) {
  return find(viewer, eq(programme.slug, slug));
}

/** What the public is told of a withdrawn programme; null where none stands under this slug. */
export async function withdrawnProgramme(slug: string) {
  const [row] = await reader().select({ title: programme.name, code: programme.code, withdrawnAt: programme.withdrawnAt, reason: programme.withdrawnReason })
    .from(programme).where(and(eq(programme.slug, slug), withdrawn(programme)));
  return row ?? null;
}

const funder = alias(organisation, 'funder');
const managing = alias(organisation, 'managing');
const national = alias(organisation, 'national');
const named = (table: typeof funder | typeof managing | typeof national | typeof organisation) => ({
  id: table.id, slug: table.slug, name: table.name, acronym: table.acronym, kind: table.kind, isSelf: table.isSelf,
});

async function find(viewer: Viewer, which: SQL) {
  const seen = (table: typeof funder | typeof managing | typeof national) => sight(viewer, 'organisation', table);
  const [row] = await reader().select({ record: programme, funder: named(funder), managingAuthority: named(managing), nationalAuthority: named(national) })
    .from(programme)
    .leftJoin(funder, and(eq(funder.id, programme.funderId), seen(funder)))
    .leftJoin(managing, and(eq(managing.id, programme.managingAuthorityId), seen(managing)))
    .leftJoin(national, and(eq(national.id, programme.nationalAuthorityId), seen(national)))
    .where(and(which, sight(viewer, 'programme', programme)));
  if (!row) return null;
  const { record, ...authorities } = row;
  return { ...record, ...authorities, partners: await partnersOf(viewer, record.id) };
}

/** The part stays where its organisation is not to be seen, without a name, so that a form keeps it. */
async function partnersOf(viewer: Viewer, programmeId: string) {
  return reader().select({
    id: programmePartner.id, organisationId: programmePartner.organisationId, role: programmePartner.role, iatiRole: programmePartner.iatiRole,
    note: programmePartner.note, organisation: named(organisation),
  }).from(programmePartner)
    .leftJoin(organisation, and(eq(organisation.id, programmePartner.organisationId), sight(viewer, 'organisation', organisation)))
    .where(eq(programmePartner.programmeId, programmeId)).orderBy(programmePartner.position);
}

function orders(form: WrittenForm = 'sr-Cyrl') {
  return { name: inAlphabet(programme.name, form), code: asc(programme.code), changed: desc(programme.changedAt) };
}

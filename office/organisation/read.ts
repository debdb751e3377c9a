import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation, organisationName } from '#db/schema/organisation.ts';
import { inAlphabet, inOrder, page, type Page } from '#office/listing.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { sight, withdrawn } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import { contactsOf } from './contacts.ts';
import { chosenBy, listed, type OrganisationChoice } from './narrow.ts';
import { countedTies, tiesOf } from './ties.ts';

const line = {
  id: organisation.id, code: organisation.code, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym,
  kind: organisation.kind, country: organisation.country, place: organisation.place, level: organisation.level,
  publication: organisation.publication, verification: organisation.verification, changedAt: organisation.changedAt,
};
export type OrganisationLine = Awaited<ReturnType<typeof listOrganisations>>['lines'][number];

export type OrganisationFilter = OrganisationChoice & { form?: WrittenForm; sort?: string; page?: number; perPage?: number };

/** Organisations that the viewer may see, by name unless `sort` says otherwise (`ties`: those that most ties the City to), each with the number of its ties. */
export async function listOrganisations(viewer: Viewer, filter: OrganisationFilter) {
  const rule = and(listed(viewer, filter), chosenBy(filter));
  const byName = [inOrder(orders(filter.form), filter.sort), asc(organisation.id)];
  const { lines, ...rest } = filter.sort === 'ties' ? await byTies(viewer, rule, filter) : await page(organisation, line, rule, byName, filter);
  const ties = await tiesOf(viewer, lines.map(({ id }) => id));
  return { ...rest, lines: lines.map((one) => ({ ...one, ties: ties.get(one.id) ?? 0 })) };
}

/** The City itself; null where it is not entered yet, or not to be seen. */
export async function cityId(viewer: Viewer): Promise<string | null> {
  const [row] = await reader().select({ id: organisation.id }).from(organisation).where(and(eq(organisation.isSelf, true), sight(viewer, 'organisation', organisation)));
  return row?.id ?? null;
}

export type OrganisationRecord = NonNullable<Awaited<ReturnType<typeof organisationBySlug>>>;

export async function organisationBySlug(viewer: Viewer, slug: string) {
  return find(viewer, eq(organisation.slug, slug));
}

export async function organisationById(viewer: Viewer, id: string) {
  return find(viewer, eq(organisation.id, id));
}

/** What the public is told of a withdrawn organisation; null where none stands under this slug. */
export async function withdrawnOrganisation(slug: string) {
  const [row] = await reader().select({ title: organisation.name, code: organisation.code, kind: organisation.kind, withdrawnAt: organisation.withdrawnAt, reason: organisation.withdrawnReason })
    .from(organisation).where(and(eq(organisation.slug, slug), withdrawn(organisation)));
  return row ?? null;
}

async function find(viewer: Viewer, which: SQL) {
  const [row] = await reader().select().from(organisation).where(and(which, sight(viewer, 'organisation', organisation)));
  if (!row) return null;
  const names = await reader().select().from(organisationName).where(eq(organisationName.organisationId, row.id)).orderBy(organisationName.position);
  return { ...row, names, contacts: await contactsOf(viewer, row) };
}

/** The page in the order of ties, for which every organisation of the list is counted. */
async function byTies(viewer: Viewer, rule: SQL | undefined, { form = 'sr-Cyrl', perPage = 25, ...asked }: OrganisationFilter): Promise<Page<typeof line>> {
  const total = await reader().$count(organisation, rule);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const number = Math.min(Math.max(1, asked.page ?? 1), pages);
  const counted = sql`(${countedTies(viewer)}) as counted`;
  const lines = await reader().select(line).from(organisation).leftJoin(counted, sql`counted.id = ${organisation.id}`).where(rule)
    .orderBy(sql`coalesce(counted.ties, 0) desc`, inAlphabet(organisation.name, form), asc(organisation.id)).limit(perPage).offset((number - 1) * perPage);
  return { lines, total, page: number, pages };
}

function orders(form: WrittenForm = 'sr-Cyrl') {
  return { name: inAlphabet(organisation.name, form), code: asc(organisation.code), changed: desc(organisation.changedAt) };
}

import { and, asc, desc, eq, ne, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation, organisationName } from '#db/schema/organisation.ts';
import { folded, inAlphabet, inOrder, page, type Page } from '#office/listing.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { sight, withdrawn } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import { contactsOf } from './contacts.ts';
import type { OrganisationKind } from './organisation.ts';

const line = {
  id: organisation.id, code: organisation.code, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym,
  kind: organisation.kind, country: organisation.country, place: organisation.place, level: organisation.level,
  publication: organisation.publication, verification: organisation.verification, changedAt: organisation.changedAt,
};
export type OrganisationLine = Awaited<ReturnType<typeof listOrganisations>>['lines'][number];

export type OrganisationFilter = { q?: string; kind?: OrganisationKind; notKind?: OrganisationKind; others?: true; form?: WrittenForm; sort?: string; page?: number; perPage?: number };

/** Organisations that the viewer may see, by name unless `sort` says otherwise; `others` leaves out the City itself. */
export async function listOrganisations(viewer: Viewer, filter: OrganisationFilter): Promise<Page<typeof line>> {
  const rule = and(
    sight(viewer, 'organisation', organisation),
    filter.kind ? eq(organisation.kind, filter.kind) : undefined,
    filter.notKind ? ne(organisation.kind, filter.notKind) : undefined,
    filter.others ? eq(organisation.isSelf, false) : undefined,
    folded(filter.q, organisation.name, organisation.acronym, organisation.code),
  );
  return page(organisation, line, rule, [inOrder(orders(filter.form), filter.sort), asc(organisation.id)], filter);
}

/** Short lines for a choice in a form. */
export async function organisationChoices(viewer: Viewer, form: WrittenForm) {
  return reader().select({ id: organisation.id, name: organisation.name, kind: organisation.kind, isSelf: organisation.isSelf })
    .from(organisation).where(sight(viewer, 'organisation', organisation)).orderBy(inAlphabet(organisation.name, form));
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

function orders(form: WrittenForm = 'sr-Cyrl') {
  return { name: inAlphabet(organisation.name, form), code: asc(organisation.code), changed: desc(organisation.changedAt) };
}

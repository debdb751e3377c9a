import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reader, type Reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import type { LocalText } from '#messages/local-text.ts';
import { milestoneSight } from './milestone/sight.ts';
import type { Issue } from './outcome.ts';
import { sight } from './publication.ts';
import { referred, type Referred } from './referred.ts';
import type { Viewer } from './viewer.ts';

/** Another record as it stands in a line: a membership goes by the name and the slug of its network. */
export type Reference = {
  readonly noun: Referred; readonly id: string; readonly code: string; readonly slug: string;
  readonly name: LocalText | null; readonly kind: string | null;
};
export type Named = { readonly field: string; readonly noun: Referred; readonly id: string | null };

/** Those of the named records that the viewer may see, under their ids. */
export async function references(viewer: Viewer, named: readonly { noun: Referred; id: string | null }[], db: Pick<Reader, 'select'> = reader()): Promise<Map<string, Reference>> {
  const found: Reference[] = [];
  // One after the other, since a transaction has one connection.
  for (const noun of referred) {
    const ids = [...new Set(named.flatMap((one) => (one.noun === noun && one.id ? [one.id] : [])))];
    if (ids.length) found.push(...await read(viewer, noun, db, (table) => inArray(table.id, ids)));
  }
  return new Map(found.map((one) => [one.id, one]));
}

/**
 * An issue for every reference of an entry to a record that the viewer may not see: for the viewer it does
 * not exist. What the record named before (`stood`) may stay, since the viewer cannot even see that it stands
 * there. Called inside the change, with its own `db`.
 */
export async function unseen(db: Pick<Reader, 'select'>, viewer: Viewer, named: readonly Named[], stood: Iterable<string | null> = []): Promise<Issue[]> {
  const held = new Set(stood);
  const asked = named.filter(({ id }) => id !== null && !held.has(id));
  const seen = await references(viewer, asked, db);
  return asked.filter(({ id }) => !seen.has(id as string)).map(({ field }) => ({ field, rule: 'notFound' }));
}

type Told = PgTable & { id: AnyPgColumn; code: AnyPgColumn; slug: AnyPgColumn };
type Line = { table: Told; name: AnyPgColumn; slug: AnyPgColumn; kind: AnyPgColumn | SQL<null>; rule: SQL };

async function read(viewer: Viewer, noun: Referred, db: Pick<Reader, 'select'>, which: (table: Told) => SQL | undefined): Promise<Reference[]> {
  const { table, name, slug, kind, rule } = lineOf(viewer, noun);
  const columns = { id: table.id, code: table.code, slug, name, kind };
  const query = db.select(columns).from(table).$dynamic();
  if (noun === 'membership') query.innerJoin(organisation, and(eq(organisation.id, membership.networkId), sight(viewer, 'organisation', organisation)));
  const rows = await query.where(and(which(table), rule)).orderBy(table.code);
  return rows.map((row) => ({ noun, ...row })) as unknown as Reference[];
}

function lineOf(viewer: Viewer, noun: Referred): Line {
  const none = sql<null>`null`;
  switch (noun) {
    case 'agreement': return { table: agreement, name: agreement.title, slug: agreement.slug, kind: agreement.type, rule: sight(viewer, noun, agreement) };
    case 'membership': return { table: membership, name: organisation.name, slug: organisation.slug, kind: none, rule: sight(viewer, noun, membership) };
    case 'programme': return { table: programme, name: programme.name, slug: programme.slug, kind: none, rule: sight(viewer, noun, programme) };
    case 'project': return { table: project, name: project.title, slug: project.slug, kind: none, rule: sight(viewer, noun, project) };
    case 'organisation': return { table: organisation, name: organisation.name, slug: organisation.slug, kind: organisation.kind, rule: sight(viewer, noun, organisation) };
    case 'milestone': return { table: milestone, name: milestone.title, slug: milestone.slug, kind: milestone.kind, rule: milestoneSight(viewer) };
  }
}

import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { holds, nouns, type Noun } from './permission.ts';
import type { Viewer } from './viewer.ts';

type Seen = { id: AnyPgColumn; publication: AnyPgColumn; createdBy: AnyPgColumn; mergedIntoId?: AnyPgColumn };

/**
 * The rule of sight of every record, as part of the query and the same for citizens and staff: everybody
 * sees what is published; a contributor also his own drafts and what he was given; an editor or publisher
 * everything within his scope; the system everything. A double that was merged into another record is no longer
 * published, and no colleague's either: its address leads on.
 */
export function sight(viewer: Viewer, noun: Noun, table: Seen): SQL {
  const published = eq(table.publication, 'published');
  if (viewer.kind === 'system') return sql`true`;
  if (viewer.kind === 'visitor') return viewer.asIfPublished?.noun === noun ? or(published, eq(table.id, viewer.asIfPublished.id)) ?? published : published;
  const itself = table.mergedIntoId ? isNull(table.mergedIntoId) : sql`true`;
  if (holds(viewer, 'editor', noun, null)) return itself;
  const given = viewer.grants.flatMap((grant) =>
    grant.role !== 'admin' && grant.noun === noun && grant.recordId ? [grant.recordId] : []);
  const own = holds(viewer, 'contributor', noun, null) ? eq(table.createdBy, viewer.id) : undefined;
  return and(itself, or(published, own, given.length ? inArray(table.id, given) : undefined)) ?? published;
}

/** A name for what the viewer may see: whoever may see everything sees the same; anybody else sees what he himself was given or has drafted. A preview is not what the public sees. */
export function scopeOf(viewer: Viewer): string {
  if (viewer.kind === 'visitor' && viewer.asIfPublished) return `visitor, as if ${viewer.asIfPublished.noun} ${viewer.asIfPublished.id} were published`;
  if (viewer.kind !== 'staff') return viewer.kind;
  return nouns.every((noun) => holds(viewer, 'editor', noun, null)) ? 'everything' : `${viewer.id} ${JSON.stringify(viewer.grants)}`;
}

/** The projects that the viewer was given by themselves: their milestones and documents belong to them. */
export function projectsGiven(viewer: Viewer): string[] {
  if (viewer.kind !== 'staff') return [];
  return viewer.grants.flatMap(({ role, noun, recordId }) => (role !== 'admin' && noun === 'project' && recordId ? [recordId] : []));
}

/** What tells the public that a record was withdrawn: its address still answers, with the reason. */
export function withdrawn(table: Seen): SQL {
  return eq(table.publication, 'withdrawn');
}

/** What the public was told of, even if it was withdrawn since. */
export function told(table: Seen): SQL {
  return inArray(table.publication, ['published', 'withdrawn']);
}

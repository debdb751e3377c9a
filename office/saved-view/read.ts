import { and, asc, eq, or } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { savedView } from '#db/schema/desk.ts';
import { holds, type Noun } from '#office/permission.ts';
import type { Staff } from '#office/viewer.ts';
import type { SavedView } from './saved-view.ts';

/** The viewer's own views of this register and those that are shared, in the order in which they were kept, the own ones first. */
export async function viewsOf(viewer: Staff, register: string): Promise<SavedView[]> {
  const rows = await reader().select({ id: savedView.id, personId: savedView.personId, name: savedView.name, query: savedView.query, isShared: savedView.isShared })
    .from(savedView).where(and(eq(savedView.register, register), or(eq(savedView.personId, viewer.id), eq(savedView.isShared, true)))).orderBy(asc(savedView.createdAt), asc(savedView.id));
  const views = rows.map(({ personId, ...view }) => ({ ...view, isOwn: personId === viewer.id }));
  return [...views.filter(({ isOwn }) => isOwn), ...views.filter(({ isOwn }) => !isOwn)];
}

/** Whoever edits records of this noun may show a view to the whole office. */
export function mayShare(viewer: Staff, noun: Noun): boolean {
  return holds(viewer, 'editor', noun, null);
}

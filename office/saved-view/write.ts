import { and, eq, or } from 'drizzle-orm';
import { savedView } from '#db/schema/desk.ts';
import { fold } from '#messages/fold.ts';
import { aside } from '#office/change.ts';
import { done, refused, type Outcome, type Refused } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import { holds, type Noun } from '#office/permission.ts';
import { noting, turnAway } from '#office/refusing.ts';
import type { Viewer } from '#office/viewer.ts';
import type { NewViewEntry, ViewEntry } from './entry.ts';
import { mayShare } from './read.ts';
import { mostViews } from './saved-view.ts';

type Kept = Promise<Outcome<{ id: string }>>;

/** Keeps a view under a name that the viewer sees nowhere else in this register. */
export async function keepView(viewer: Viewer, noun: Noun, { register, name, query, isShared }: NewViewEntry): Kept {
  if (viewer.kind !== 'staff' || (isShared && !mayShare(viewer, noun))) return turnAway(viewer, 'view.keep', notAllowed);
  return aside(async (db) => {
    const stands = await seen(db, viewer.id, register);
    if (stands.filter(({ personId }) => personId === viewer.id).length >= mostViews) return refused(422, { field: 'name', rule: 'tooManyViews', values: { max: mostViews } });
    if (stands.some((view) => alike(view.name, name))) return nameTaken;
    const [kept] = await db.insert(savedView).values({ personId: viewer.id, register, name, query, isShared }).onConflictDoNothing().returning({ id: savedView.id });
    return kept ? done(kept) : nameTaken;
  });
}

/** Gives the viewer's own view another name, shares it or takes it back. */
export async function renameView(viewer: Viewer, noun: Noun, id: string, { register, name, isShared }: ViewEntry): Kept {
  if (viewer.kind !== 'staff' || (isShared && !mayShare(viewer, noun))) return turnAway(viewer, 'view.rename', notAllowed, id);
  return aside(async (db) => {
    const stands = await seen(db, viewer.id, register);
    if (!stands.some((view) => view.id === id && view.personId === viewer.id)) return notFound;
    if (stands.some((view) => view.id !== id && alike(view.name, name))) return nameTaken;
    await db.update(savedView).set({ name, isShared }).where(eq(savedView.id, id));
    return done({ id });
  });
}

/** Takes a view away: one's own, or, as a publisher, one that is shared, since people leave and their views stay. */
export async function dropView(viewer: Viewer, noun: Noun, id: string, register: string): Kept {
  if (viewer.kind !== 'staff') return turnAway(viewer, 'view.drop', notAllowed, id);
  return noting(viewer, 'view.drop', await aside(async (db) => {
    const view = (await seen(db, viewer.id, register)).find((one) => one.id === id);
    if (!view) return notFound;
    if (view.personId !== viewer.id && !holds(viewer, 'publisher', noun, null)) return notAllowed;
    await db.delete(savedView).where(eq(savedView.id, id));
    return done({ id });
  }), id);
}

const notAllowed: Refused = refused(403, { field: '', rule: 'notAllowed' });
const notFound: Refused = refused(404, { field: '', rule: 'notFound' });
const nameTaken: Refused = refused(422, { field: 'name', rule: 'nameTaken' });

/** The views of this register that stand before this person. */
function seen(db: Transaction, personId: string, register: string) {
  return db.select({ id: savedView.id, personId: savedView.personId, name: savedView.name }).from(savedView)
    .where(and(eq(savedView.register, register), or(eq(savedView.personId, personId), eq(savedView.isShared, true)))).for('update');
}

/** Two names that a reader would take for one: in either script, whatever the case. */
function alike(one: string, other: string): boolean {
  return fold(one.trim()) === fold(other.trim());
}

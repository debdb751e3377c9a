import { and, desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { personal } from '#db/schema/person.ts';
import type { SavedBy } from '#office/outcome.ts';
import type { Viewer } from '#office/viewer.ts';

/** Who changed a record last, and when; for `viewer`, who has just been shown what stands in it. Null where nobody has. */
export async function lastSaved(viewer: Viewer, recordId: string): Promise<SavedBy | null> {
  const [last] = await reader().select({ name: personal.value, at: change.at, actorId: change.actorId }).from(change)
    .leftJoin(personal, and(eq(personal.ownerId, change.actorId), eq(personal.field, 'name')))
    .where(eq(change.recordId, recordId)).orderBy(desc(change.seq)).limit(1);
  return last ? { name: last.name, at: last.at, isOwn: viewer.kind === 'staff' && last.actorId === viewer.id } : null;
}

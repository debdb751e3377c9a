import { and, isNull, lt, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { permits } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';

/**
 * How many changes have waited for their seal for ten minutes, though one comes within a second: the sealing has stopped, or somebody put them in past the
 * register. Told to whoever invites people, since the log is read by few; none for everybody else.
 */
export async function unsealedLong(viewer: Viewer): Promise<number> {
  if (viewer.kind !== 'staff' || !permits(viewer, 'person.invite', null)) return 0;
  return reader().$count(change, and(isNull(change.mac), lt(change.at, sql`now() - interval '10 minutes'`)));
}

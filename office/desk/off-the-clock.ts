import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { change } from '#db/schema/ledger.ts';
import { among } from '#office/listing.ts';
import { nouns, type Noun } from '#office/permission.ts';
import type { Staff } from '#office/viewer.ts';

/** In which a record is left by whoever takes it off the clock: approved, given back, or to be reviewed anew since he changed it. */
export const offTheClock: readonly Publication[] = ['approved', 'returned', 'in_review'];

/** Of these records, all returned, those that the clock gave back: nobody else returns as the system. */
export async function givenBackByTheClock(ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const last = await reader().selectDistinctOn([change.recordId], { id: change.recordId, kind: change.actorKind }).from(change)
    .where(and(among(change.recordId, ids), inArray(change.action, nouns.map((noun) => `${noun}.return`)))).orderBy(change.recordId, desc(change.seq));
  return new Set(last.flatMap(({ id, kind }) => (kind === 'system' ? [id] : [])));
}

/** Of these records, none of them scheduled, those that this person had scheduled and has not worked on since: somebody else took them off the clock. */
export async function takenOffTheClock(viewer: Staff, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const last = await reader().selectDistinctOn([change.recordId], { id: change.recordId, action: change.action }).from(change)
    .where(and(among(change.recordId, ids), eq(change.actorId, viewer.id), eq(change.actorKind, 'person'))).orderBy(change.recordId, desc(change.seq));
  return new Set(last.flatMap(({ id, action }) => (action.endsWith('.schedule') ? [id] : [])));
}

/** The same as conditions on the record of this id, of a noun that has more records in one of those states than are looked at. */
export function toldByTheClock(viewer: Staff, noun: Noun, publication: Publication, id: SQL): SQL {
  const off = sql`${id} in (select c.record_id from change c where c.actor_id = ${viewer.id} and c.actor_kind = 'person' and c.action = ${`${noun}.schedule`}
    and not exists (select from change later where later.record_id = c.record_id and later.actor_id = c.actor_id and later.actor_kind = 'person' and later.seq > c.seq))`;
  if (publication !== 'returned') return off;
  return sql`(${off} or (select c.actor_kind from change c where c.record_id = ${id} and c.action = ${`${noun}.return`} order by c.seq desc limit 1) = 'system')`;
}

import { and, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { personal } from '#db/schema/person.ts';
import { nouns, type Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import type { LastChange } from './read.ts';
import { titlesOf } from '#office/titles.ts';

/** `from` and `to` are ISO days in Belgrade, both within; `who` the id of a person, or `system`; `before` a number of the ledger that pages back. */
export type AskedOfOffice = { readonly who?: string; readonly noun?: Noun; readonly from?: string; readonly to?: string; readonly before?: number; readonly limit: number };

/** Changes that are read, at most, to find enough that the viewer may see. */
const farBack = 2_000;

/**
 * What was done to the records that the viewer may see, newest first. `next` pages back; null at the end. A page may
 * be short where much of what was looked through is hidden from this viewer.
 */
export async function officeHistory(viewer: Viewer, asked: AskedOfOffice): Promise<{ changes: LastChange[]; next: number | null }> {
  if (viewer.kind === 'visitor') return { changes: [], next: null };
  const found: LastChange[] = [];
  let before = asked.before;
  for (let read = 0; read < farBack;) {
    const rows = await page(asked, before);
    const titles = await titlesOf(viewer, rows.map(({ noun, recordId }) => ({ noun: noun as Noun, id: recordId })));
    for (const row of rows) {
      const title = titles.get(row.recordId);
      if (title === undefined) continue;
      if (found.length === asked.limit) return { changes: found, next: before ?? null };
      found.push({ ...row, noun: row.noun as Noun, title });
      before = row.seq;
    }
    read += rows.length;
    if (rows.length <= asked.limit) return { changes: found, next: null };
    before = rows.at(-1)?.seq;
  }
  return { changes: found, next: before ?? null };
}

function page({ who, noun, from, to, limit }: AskedOfOffice, before: number | undefined) {
  const midnight = (day: string, later: 0 | 1) => sql`((${day}::date + ${later}::int)::timestamp at time zone 'Europe/Belgrade')`;
  return reader().select({
    seq: change.seq, at: change.at, actorKind: change.actorKind, actorId: change.actorId, actor: personal.value, action: change.action, noun: change.noun, recordId: change.recordId, reason: change.reason,
  }).from(change).leftJoin(personal, and(eq(personal.ownerId, change.actorId), eq(personal.field, 'name')))
    .where(and(
      noun ? eq(change.noun, noun) : inArray(change.noun, [...nouns]), before ? lt(change.seq, before) : undefined,
      who === 'system' ? isNull(change.actorId) : who ? eq(change.actorId, who) : undefined,
      from ? gte(change.at, midnight(from, 0)) : undefined, to ? lt(change.at, midnight(to, 1)) : undefined,
    )).orderBy(desc(change.seq)).limit(limit + 1);
}

/** Whose changes may be asked for: everybody who ever changed a record, by name; last those whose name was erased. */
export async function authors(viewer: Viewer): Promise<{ id: string; name: string | null }[]> {
  if (viewer.kind === 'visitor') return [];
  // A loose scan of the index by actor: one look for each person, however long the ledger is.
  const { rows } = await reader().execute<{ id: string; name: string | null }>(sql`
    with recursive one(id) as (
      (select actor_id from change where actor_id is not null order by actor_id limit 1)
      union all select (select c.actor_id from change c where c.actor_id > one.id order by c.actor_id limit 1) from one where one.id is not null
    ) select one.id, p.value as name from one left join personal p on p.owner_id = one.id and p.field = 'name' where one.id is not null order by p.value nulls last, one.id`);
  return rows;
}

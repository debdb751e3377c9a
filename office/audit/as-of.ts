import { getTableName, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { HeldRow } from '#office/in-code.ts';
import type { Noun } from '#office/permission.ts';
import { parts } from '#office/pointing.ts';
import { recordHead } from '#office/record.ts';
import { filesSeen } from '#office/document/read.ts';
import type { Viewer } from '#office/viewer.ts';
import { belongs } from './belonging.ts';
import { differences, type Difference } from './difference.ts';
import { named, namesOf } from '#office/names-of.ts';

/** A record as it stood: its own row, its groups of rows by their tables, each in order, and the number of the change after which it did. */
export type Stood = { readonly seq: number; readonly row: HeldRow; readonly parts: ReadonlyMap<string, readonly HeldRow[]> };

/** Up to and with this change, or up to the end of this ISO day in Belgrade. */
export type Moment = { readonly seq: number } | { readonly day: string };

/**
 * The record as it stood at a moment, put together from the ledger; null before it was entered, for a visitor, and for whoever
 * may not see it now. Personal values are not in the ledger, so they are not in it either.
 */
export async function recordAsOf(viewer: Viewer, noun: Noun, id: string, moment: Moment): Promise<Stood | null> {
  if (viewer.kind === 'visitor' || !await recordHead(viewer, noun, id)) return null;
  const until = 'seq' in moment ? sql`c.seq <= ${moment.seq}` : sql`c.at < ((${moment.day}::date + 1)::timestamp at time zone 'Europe/Belgrade')`;
  const { rows } = await reader().execute<{ seq: number | string; tableName: string; rowId: string; after: HeldRow | null }>(sql`
    select distinct on (r.row_id, r.table_name) c.seq, r.table_name as "tableName", r.row_id as "rowId", r.after
    from revision r join change c on c.seq = r.change_seq
    where r.row_id in (select own.row_id from revision own join change of on of.seq = own.change_seq where of.record_id = ${id}) and ${until}
    order by r.row_id, r.table_name, r.seq desc`);
  const own = rows.flatMap(({ after, ...row }) => (after && belongs(noun, id, { ...row, before: null, after }) ? [{ ...row, after }] : []));
  const main = own.find(({ tableName }) => tableName === noun);
  if (!main) return null;
  const files = await filesSeen(viewer, own.flatMap(({ tableName, rowId }) => (tableName === 'document_file' ? [rowId] : [])));
  const shown = own.filter(({ tableName, rowId, after }) => tableName !== 'document_file' || (files.has(rowId) && !after.detached_at));
  return {
    seq: Math.max(...own.map(({ seq }) => Number(seq))), row: main.after,
    parts: new Map(parts[noun].map(({ table }) => getTableName(table)).map((name) => [name,
      shown.flatMap(({ tableName, after }) => (tableName === name ? [after] : [])).toSorted((a, b) => Number(a.position) - Number(b.position))])),
  };
}

/** One group of fields as they stood: of the record itself, or of one row of a group. */
export type StoodFields = { readonly table: string; readonly fields: readonly Difference[] };

/** Every field that said something, with names in the place of ids, as far as the viewer may see what they name. */
export async function fieldsOf(viewer: Viewer, noun: Noun, { row, parts: groups }: Stood): Promise<StoodFields[]> {
  const held = [{ table: noun as string, fields: differences(noun, null, row) },
    ...[...groups].flatMap(([table, rows]) => rows.map((one) => ({ table, fields: differences(table, null, one) })))];
  const names = await namesOf(viewer, held.flatMap(({ fields }) => fields));
  return held.map(({ table, fields }) => ({ table, fields: fields.map((one) => named(one, names)) }));
}

import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { importRow } from '#db/schema/import-run.ts';
import type { Role } from '#db/schema/person.ts';
import { check } from '#office/import/checking.ts';
import { columnsOf } from '#office/import/columns.ts';
import type { ImportNoun } from '#office/import/import.ts';
import { countsOf, importById } from '#office/import/read.ts';
import { takeIn } from '#office/import/running.ts';
import { readTable, type Table } from '#office/import/table.ts';
import { begin, confirm, map } from '#office/import/write.ts';
import { invitationEntry } from '#office/person/entry.ts';
import { colleague } from '#office/person/read.ts';
import { invite } from '#office/person/write.ts';
import { systemViewer, type Staff, type Viewer } from '#office/viewer.ts';
import { randomUUID } from 'node:crypto';
import { verbs } from '#server/jobs/importing.ts';
import { accepted, parsed } from '../verbs.ts';

export const today = '2026-11-21';

/** Somebody whom the database knows, since an import goes on without him. */
export async function person(role: Role, noun = ''): Promise<Staff> {
  const id = accepted(await invite(systemViewer, { entry: parsed(invitationEntry, { name: [`Проба ${randomUUID().slice(0, 8)}`], email: [`${randomUUID()}@primer.rs`], writtenForm: ['sr-Cyrl'], role: [role], noun: [noun] }) }));
  return (await colleague(id, today))!;
}

export async function tableFrom(csv: string): Promise<Table> {
  const read = await readTable(Buffer.from(csv), 'csv');
  if ('rule' in read) throw new Error(JSON.stringify(read));
  return read;
}

/** Brings a table and leaves the mapping as it was guessed; answers with the import, its rows judged. */
export async function brought(viewer: Viewer, noun: ImportNoun, csv: string, { unknown = false }: { unknown?: boolean } = {}): Promise<string> {
  const id = accepted(await begin(viewer, { noun, fileName: 'proba.csv', table: await tableFrom(csv) }));
  await mapped(viewer, id, unknown);
  return id;
}

export async function mapped(viewer: Viewer, id: string, unknown = false): Promise<void> {
  const { headings, mapping, noun } = (await importById(viewer, id))!;
  const columns = Object.fromEntries(headings.map((heading, at) => [`c${at}`, columnsOf(noun).find(({ key }) => mapping[key] === heading)?.key ?? '']));
  accepted(await map(viewer, { id, entry: { columns, entersUnknown: unknown } }));
  await check(id, { today: () => today });
}

/** Confirms and takes all of it in. */
export async function takenIn(viewer: Viewer, id: string): Promise<Awaited<ReturnType<typeof countsOf>>> {
  accepted(await confirm(viewer, { id, entry: { rest: 'good' } }));
  await takeIn(verbs, { today: () => today, rest: 0 });
  return countsOf(id);
}

export function rowsIn(id: string) {
  return reader().select().from(importRow).where(eq(importRow.importId, id)).orderBy(importRow.rowNumber);
}

/** The issues of every row as `row field:rule`. */
export async function wrongIn(id: string): Promise<string[]> {
  return (await rowsIn(id)).flatMap(({ rowNumber, issues }) => issues.map(({ field, rule }) => `${rowNumber} ${field}:${rule}`));
}

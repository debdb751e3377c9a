import { and, eq, getTableName, isNotNull, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { grantOfRight } from '#db/schema/person.ts';
import { document, documentLink } from '#db/schema/document.ts';
import type { Pen, RecordTable } from '#office/pen.ts';
import type { Noun } from '#office/permission.ts';
import { parts, references, type Pointing } from '#office/pointing.ts';

type Way = { readonly noun: Noun; readonly from: string; readonly to: string };

/** Moves what belongs to the double, and whatever names it, to the record that is kept. Rows that would say the same twice stay behind, or go. */
export async function moveAll(pen: Pen, table: RecordTable, way: Way): Promise<void> {
  await moveSigningParties(pen, way);
  for (const part of parts[way.noun]) await move(pen, part, way);
  for (const reference of references[way.noun]) {
    await touchOwners(pen, reference, way.from);
    await move(pen, reference, way);
    if (getTableName(reference.table) !== getTableName(table)) await pen.db.delete(reference.table).where(eq(reference.column, way.from));
  }
  await dropSelfReferences(pen, table, way);
  await moveDocuments(pen, way);
  await pen.db.update(grantOfRight).set({ scopeId: way.to }).where(and(eq(grantOfRight.scopeNoun, way.noun), eq(grantOfRight.scopeId, way.from)));
}

async function move(pen: Pen, { table, column, key }: Pointing, { from, to }: Way): Promise<void> {
  const said = sql.join(key.map((one) => sql`twin.${sql.identifier(one.name)} is not distinct from ${one}`), sql` and `);
  const behind = 'position' in table
    ? sql`, position = position + (select coalesce(max(position) + 1, 0) from ${table} as held where held.${sql.identifier(column.name)} = ${to})` : sql``;
  await pen.db.execute(sql`
    update ${table} set ${sql.identifier(column.name)} = ${to}${behind}
    where ${column} = ${from} and not exists (select 1 from ${table} as twin where twin.${sql.identifier(column.name)} = ${to} and twin.id <> ${table}.id and ${said})`);
}

async function touchOwners(pen: Pen, { table, column, of }: (typeof references)[Noun][number], from: string): Promise<void> {
  for (const owner of of) {
    const rows = await pen.db.selectDistinct({ id: owner.column }).from(table).where(and(eq(column, from), isNotNull(owner.column)));
    for (const { id } of rows) await pen.touch(owner.noun, owner.table, id as string);
  }
}

/** Acts stand under a party: where both sides name the same party, under the one that stays. */
async function moveSigningParties(pen: Pen, { noun, from, to }: Way): Promise<void> {
  if (noun !== 'agreement' && noun !== 'organisation') return;
  const [same, moved] = noun === 'agreement' ? ['organisation_id', 'agreement_id'] : ['agreement_id', 'organisation_id'];
  await pen.db.execute(sql`
    update agreement_act set party_id = stays.id from agreement_party goes
    join agreement_party stays on stays.role = goes.role and stays.${sql.identifier(same)} = goes.${sql.identifier(same)} and stays.${sql.identifier(moved)} = ${to}
    where goes.${sql.identifier(moved)} = ${from} and agreement_act.party_id = goes.id`);
}

/** A record that named its own double would now name itself. */
async function dropSelfReferences(pen: Pen, table: RecordTable, { noun, to }: Way): Promise<void> {
  for (const { table: held, column, of } of references[noun]) {
    const own = of.find((owner) => owner.noun === noun);
    if (!own) continue;
    if (getTableName(held) === getTableName(table)) await pen.db.execute(sql`update ${held} set ${sql.identifier((column as AnyPgColumn).name)} = null where id = ${to} and ${column} = ${to}`);
    else await pen.db.delete(held).where(and(eq(column, to), eq(own.column, to)));
  }
}

/** A document names its records by noun and id, so no foreign key does. */
async function moveDocuments(pen: Pen, { noun, from, to }: Way): Promise<void> {
  if (noun === 'document') return;
  const named = and(eq(documentLink.noun, noun), eq(documentLink.recordId, from));
  const rows = await pen.db.selectDistinct({ id: documentLink.documentId }).from(documentLink).where(named);
  for (const { id } of rows) await pen.touch('document', document, id);
  await pen.db.execute(sql`
    update document_link set record_id = ${to} where noun = ${noun} and record_id = ${from}
    and not exists (select 1 from document_link twin where twin.document_id = document_link.document_id and twin.noun = ${noun} and twin.record_id = ${to})`);
  await pen.db.delete(documentLink).where(named);
}

import { and, asc, desc, eq, gt, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { importRow, importRun, type ImportVerdict } from '#db/schema/import-run.ts';
import { change } from '#db/schema/ledger.ts';
import { personal } from '#db/schema/person.ts';
import { holds } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import { importNouns, type ImportNoun } from './import.ts';

/** Whose imports somebody sees: his own, and those of the nouns that he edits. */
export function importSight(viewer: Viewer): SQL {
  if (viewer.kind === 'system') return sql`true`;
  if (viewer.kind === 'visitor') return sql`false`;
  const edited = importNouns.filter((noun) => holds(viewer, 'editor', noun, null));
  return or(eq(importRun.createdBy, viewer.id), edited.length > 0 ? inArray(importRun.noun, edited) : undefined) ?? sql`false`;
}

/** The nouns that this viewer may bring a table for. */
export function importable(viewer: Viewer): ImportNoun[] {
  return viewer.kind === 'staff' ? importNouns.filter((noun) => holds(viewer, 'editor', noun, null)) : [];
}

const line = {
  id: importRun.id, version: importRun.version, noun: importRun.noun, fileName: importRun.fileName, state: importRun.state, rowCount: importRun.rowCount,
  startedAt: importRun.startedAt, finishedAt: importRun.finishedAt, createdAt: importRun.createdAt, createdBy: importRun.createdBy, by: personal.value,
};

export type ImportLine = Awaited<ReturnType<typeof listImports>>['lines'][number];

/** The imports that the viewer may see, the last first, each with how many of its rows were taken in. */
export async function listImports(viewer: Viewer, { page = 1, perPage = 25 }: { page?: number; perPage?: number }) {
  const total = await reader().$count(importRun, importSight(viewer));
  const pages = Math.max(1, Math.ceil(total / perPage));
  const number = Math.min(page, pages);
  const lines = await reader().select(line).from(importRun).leftJoin(personal, and(eq(personal.ownerId, importRun.createdBy), eq(personal.field, 'name')))
    .where(importSight(viewer)).orderBy(desc(importRun.createdAt)).limit(perPage).offset((number - 1) * perPage);
  const entered = lines.length === 0 ? [] : await reader().select({ id: importRow.importId, rows: sql<number>`count(*)::int` }).from(importRow)
    .where(and(inArray(importRow.importId, lines.map(({ id }) => id)), sql`${importRow.enteredAt} is not null`)).groupBy(importRow.importId);
  return { total, page: number, pages, lines: lines.map((one) => ({ ...one, noun: one.noun as ImportNoun, entered: entered.find(({ id }) => id === one.id)?.rows ?? 0 })) };
}

export type ImportRecord = NonNullable<Awaited<ReturnType<typeof importById>>>;

export async function importById(viewer: Viewer, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [row] = await reader().select({ ...line, headings: importRun.headings, mapping: importRun.mapping, told: importRun.told, entersUnknown: importRun.entersUnknown })
    .from(importRun).leftJoin(personal, and(eq(personal.ownerId, importRun.createdBy), eq(personal.field, 'name'))).where(and(eq(importRun.id, id), importSight(viewer)));
  return row ? { ...row, noun: row.noun as ImportNoun } : null;
}

export type ImportCounts = Record<ImportVerdict | 'entered' | 'judged' | 'waiting', number>;

/** How many rows of an import were judged, and how; how many were taken in, and how many of the good ones wait. */
export async function countsOf(id: string): Promise<ImportCounts> {
  const rows = await reader().select({ verdict: importRow.verdict, rows: sql<number>`count(*)::int`, entered: sql<number>`count(${importRow.enteredAt})::int` })
    .from(importRow).where(eq(importRow.importId, id)).groupBy(importRow.verdict);
  const of = (verdict: ImportVerdict) => rows.find((one) => one.verdict === verdict)?.rows ?? 0;
  const entered = rows.reduce((sum, one) => sum + one.entered, 0);
  return {
    wrong: of('wrong'), new: of('new'), changes: of('changes'), same: of('same'), entered, waiting: of('new') + of('changes') - entered,
    judged: of('wrong') + of('new') + of('changes') + of('same'),
  };
}

export type ImportRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** A page of the rows of a verdict, in the order of the table; without one the wrong rows first. */
export async function rowsOf(id: string, { verdict, page, perPage }: { verdict?: ImportVerdict; page: number; perPage: number }) {
  return reader().select().from(importRow).where(and(eq(importRow.importId, id), verdict ? eq(importRow.verdict, verdict) : undefined))
    .orderBy(...(verdict ? [] : [sql`${importRow.verdict} is distinct from 'wrong'`]), asc(importRow.rowNumber)).limit(perPage).offset((page - 1) * perPage);
}

/** The first rows of the table, from which a reader sees what its columns hold. */
export async function sampleOf(id: string, rows: number): Promise<string[][]> {
  const found = await reader().select({ cells: importRow.cells }).from(importRow).where(and(eq(importRow.importId, id), gt(importRow.rowNumber, 0))).orderBy(asc(importRow.rowNumber)).limit(rows);
  return found.map(({ cells }) => cells);
}

/** The wrong rows as they were brought, to be mended and brought again. */
export async function wrongRowsOf(id: string, { after, limit }: { after: number; limit: number }) {
  return reader().select({ rowNumber: importRow.rowNumber, cells: importRow.cells, issues: importRow.issues }).from(importRow)
    .where(and(eq(importRow.importId, id), eq(importRow.verdict, 'wrong'), gt(importRow.rowNumber, after))).orderBy(asc(importRow.rowNumber)).limit(limit);
}

/** The organisations that the table names and the register did not know. */
export async function unknownOf(id: string): Promise<string[]> {
  const rows = await reader().select({ cells: importRow.cells }).from(importRow).where(and(eq(importRow.importId, id), lt(importRow.rowNumber, 0))).orderBy(desc(importRow.rowNumber)).limit(100);
  return rows.map(({ cells }) => cells[0] ?? '');
}

/** What the same person said of a table of the same headings the last time. */
export async function rememberedMapping(viewer: Viewer, noun: ImportNoun, headings: readonly string[]) {
  if (viewer.kind !== 'staff') return null;
  const [last] = await reader().select({ mapping: importRun.mapping, entersUnknown: importRun.entersUnknown }).from(importRun)
    .where(and(eq(importRun.createdBy, viewer.id), eq(importRun.noun, noun), sql`${importRun.state} <> 'mapping'`, sql`${importRun.headings} = array(select jsonb_array_elements_text(${JSON.stringify(headings)}::jsonb))`))
    .orderBy(desc(importRun.createdAt)).limit(1);
  return last ?? null;
}

/** Of these changes those that a table brought, with the import that the viewer may look up. */
export async function importsBehind(viewer: Viewer, seqs: readonly number[]): Promise<Map<number, { id: string; fileName: string }>> {
  if (seqs.length === 0) return new Map();
  const rows = await reader().select({ seq: change.seq, id: importRun.id, fileName: importRun.fileName }).from(change)
    .innerJoin(importRow, eq(importRow.id, change.requestId)).innerJoin(importRun, eq(importRun.id, importRow.importId))
    .where(and(inArray(change.seq, [...seqs]), importSight(viewer)));
  return new Map(rows.map(({ seq, ...run }) => [seq, run]));
}

import { and, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { importRow, importRun, type ImportState } from '#db/schema/import-run.ts';
import { writtenForms } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import { aside, change, type Entered } from '#office/change.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import type { Pen, Transaction } from '#office/pen.ts';
import { holds } from '#office/permission.ts';
import { Refusal } from '#office/refusal.ts';
import type { Viewer } from '#office/viewer.ts';
import { columnsOf } from './columns.ts';
import type { ConfirmEntry, MapEntry } from './entry.ts';
import { guess } from './guess.ts';
import type { ImportNoun } from './import.ts';
import { importSight, rememberedMapping } from './read.ts';
import type { Table } from './table.ts';

type Which = { readonly id: string; readonly version?: number; readonly requestId?: string };
type Row = typeof importRun.$inferSelect;

/** Lays the rows of a brought table down, and guesses what its columns say. Nothing of it is in the register yet. */
export async function begin(viewer: Viewer, { noun, fileName, table: brought, requestId }: { noun: ImportNoun; fileName: string; table: Table; requestId?: string }): Promise<Outcome<Entered>> {
  const { table, remembered } = await asBefore(viewer, noun, brought);
  const [first, ...rest] = inLots(table.rows);
  const begun = await change(viewer, { action: 'import.begin', table: importRun, requestId }, async (pen) => {
    if (viewer.kind === 'staff' && !holds(viewer, 'editor', noun, null)) throw new Refusal(refused(403, { field: '', rule: 'notAllowed' }));
    await pen.draft(importRun, {
      noun, fileName: fileName.slice(0, 200), headings: table.headings, told: table.told, rowCount: table.rows.length,
      mapping: remembered?.mapping ?? guess(noun, table.headings), entersUnknown: remembered?.entersUnknown ?? false,
    });
    await layDown(pen.db, pen.id, first ?? []);
  });
  // A long table takes longer than one transaction may; where it is broken off here, `map` finds that rows are missing.
  if (begun.done && !begun.value.repeated) for (const lot of rest) await aside((db) => layDown(db, begun.value.id, lot));
  return begun;
}

/** The table with what the same person said of one with its headings. Wrong rows come back mended with a column more, which says what was wrong: that one is not taken in. */
async function asBefore(viewer: Viewer, noun: ImportNoun, table: Table) {
  const remembered = await rememberedMapping(viewer, noun, table.headings);
  if (remembered || !writtenForms.some((form) => table.headings.at(-1) === words(form, 'import.verdict')('wrong'))) return { table, remembered };
  const mended = { ...table, headings: table.headings.slice(0, -1), rows: table.rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, -1) })) };
  const before = await rememberedMapping(viewer, noun, mended.headings);
  return before ? { table: mended, remembered: before } : { table, remembered };
}

/** Says what the columns fill; every row is judged anew. Refused: a column twice (`twice`), none by which a record is known (`importNeeds`), a table that did not arrive whole. */
export function map(viewer: Viewer, { entry, ...which }: Which & { entry: MapEntry }): Promise<Outcome<Entered>> {
  return move(viewer, 'map', which, async (pen, row) => {
    if (!['mapping', 'checked', 'stopped'].includes(row.state) || row.startedAt) pen.refuse({ field: '', rule: 'importUnderway' });
    const there = await pen.db.$count(importRow, and(eq(importRow.importId, pen.id), gt(importRow.rowNumber, 0)));
    if (there < row.rowCount) pen.refuse({ field: '', rule: 'importIncomplete' });
    const columns = columnsOf(row.noun as ImportNoun);
    const mapping: Record<string, string> = {};
    for (const [place, key] of Object.entries(entry.columns)) {
      const heading = row.headings[Number(place.slice(1))];
      if (key === '' || heading === undefined) continue;
      if (!columns.some((column) => column.key === key)) pen.refuse({ field: `columns.${place}`, rule: 'notAChoice' });
      if (mapping[key] !== undefined) pen.refuse({ field: `columns.${place}`, rule: 'twice' });
      mapping[key] = heading;
    }
    // The first that a record must have is the one that it is called by.
    const calledBy = columns.find(({ needed }) => needed)?.key ?? '';
    if (mapping.code === undefined && mapping[calledBy] === undefined) pen.refuse({ field: 'columns.c0', rule: 'importNeeds' });
    await pen.revise(importRun, { mapping, entersUnknown: entry.entersUnknown, state: 'checking', finishedAt: null });
    await pen.db.delete(importRow).where(and(eq(importRow.importId, pen.id), lt(importRow.rowNumber, 0)));
    await pen.db.update(importRow).set({ verdict: null, recordId: null, identity: null, issues: [] }).where(and(eq(importRow.importId, pen.id), isNotNull(importRow.verdict)));
  });
}

/** Takes the good rows in, from now on and in the background; or, where some are wrong and the person says so, nothing. */
export function confirm(viewer: Viewer, { entry, ...which }: Which & { entry: ConfirmEntry }): Promise<Outcome<Entered>> {
  return move(viewer, 'confirm', which, async (pen, row) => {
    if (row.state !== 'checked') pen.refuse({ field: '', rule: 'importUnderway' });
    const wrong = await pen.db.$count(importRow, and(eq(importRow.importId, pen.id), eq(importRow.verdict, 'wrong')));
    if (wrong > 0 && !entry.rest) pen.refuse({ field: 'rest', rule: 'required' });
    if (entry.rest === 'nothing') return pen.revise(importRun, { state: 'stopped', finishedAt: sql`now()` as never });
    const good = await pen.db.$count(importRow, and(eq(importRow.importId, pen.id), sql`${importRow.verdict} in ('new', 'changes')`));
    if (good === 0) pen.refuse({ field: '', rule: 'importNothingNew' });
    return pen.revise(importRun, { state: 'running', startedAt: sql`now()` as never });
  });
}

/** Breaks off what is under way: rows that were taken in stay, the others wait. */
export function stop(viewer: Viewer, { reason, ...which }: Which & { reason?: string }): Promise<Outcome<Entered>> {
  return move(viewer, 'stop', which, async (pen, row) => {
    if (row.state === 'checking') return pen.revise(importRun, { state: 'mapping' });
    if (row.state !== 'running') pen.refuse({ field: '', rule: 'importNotUnderway' });
    return pen.revise(importRun, { state: 'stopped', finishedAt: sql`now()` as never });
  }, reason);
}

/** Goes on with the rows that wait. */
export function resume(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return move(viewer, 'resume', which, async (pen, row) => {
    if (row.state !== 'stopped' || !row.startedAt) pen.refuse({ field: '', rule: 'importNotStopped' });
    const waiting = await pen.db.$count(importRow, and(eq(importRow.importId, pen.id), isNull(importRow.enteredAt)));
    if (waiting === 0) pen.refuse({ field: '', rule: 'importSwept' });
    await pen.revise(importRun, { state: 'running', finishedAt: null });
  });
}

/** For the job alone: all rows were judged. */
export function endChecking(viewer: Viewer, id: string): Promise<Outcome<Entered>> {
  return move(viewer, 'check', { id }, (pen, row) => endAs(pen, row, 'checking', { state: 'checked' }));
}

/** For the job alone: no row waits any more. */
export function finish(viewer: Viewer, id: string): Promise<Outcome<Entered>> {
  return move(viewer, 'finish', { id }, (pen, row) => endAs(pen, row, 'running', { state: 'done', finishedAt: sql`now()` as never }));
}

/** Somebody may have stopped it in the same moment. */
async function endAs(pen: Pen, row: Row, from: ImportState, values: Partial<Row>): Promise<void> {
  if (row.state !== from) pen.refuse({ field: '', rule: 'importNotUnderway' });
  await pen.revise(importRun, values);
}

function move(viewer: Viewer, verb: 'map' | 'confirm' | 'stop' | 'resume' | 'check' | 'finish', which: Which, write: (pen: Pen, row: Row) => Promise<void>, reason?: string): Promise<Outcome<Entered>> {
  return change(viewer, { action: `import.${verb}`, table: importRun, ...which, seen: importSight, ...(reason ? { reason } : {}) }, write);
}

function inLots(rows: Table['rows']): Table['rows'][] {
  return Array.from({ length: Math.ceil(rows.length / 5_000) }, (_, lot) => rows.slice(lot * 5_000, (lot + 1) * 5_000));
}

async function layDown(db: Transaction, id: string, rows: Table['rows']): Promise<void> {
  await db.execute(sql`
    insert into import_row (import_id, row_number, cells)
    select ${id}, (row ->> 'number')::int, array(select cell from jsonb_array_elements_text(row -> 'cells') with ordinality as each (cell, place) order by place)
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as row`);
}

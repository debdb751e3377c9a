import { setTimeout as wait } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { importRow, importRun } from '#db/schema/import-run.ts';
import { aside } from '#office/change.ts';
import type { Transaction } from '#office/pen.ts';
import { colleague } from '#office/person/read.ts';
import { systemViewer } from '#office/viewer.ts';
import { keyOf } from './coded-columns.ts';
import type { Unknown } from './column.ts';
import type { ImportNoun } from './import.ts';
import { judge, type Judged } from './judge.ts';
import { endChecking, stop } from './write.ts';

const atOnce = 50;

/** Judges the rows of all imports that wait for it. Answers how many. `today` gives an ISO day. */
export async function checkAll({ today, closing }: { today: () => string; closing?: AbortSignal }): Promise<number> {
  const runs = await reader().select({ id: importRun.id }).from(importRun).where(eq(importRun.state, 'checking')).orderBy(asc(importRun.createdAt));
  let judged = 0;
  for (const { id } of runs) judged += await check(id, { today, ...(closing ? { closing } : {}) });
  return judged;
}

/** Judges the rows of one import, for at most so many milliseconds where `patience` says so. Answers how many. */
export async function check(id: string, { today, closing, patience = Infinity }: { today: () => string; closing?: AbortSignal; patience?: number }): Promise<number> {
  const began = performance.now();
  for (let judged = 0; ;) {
    const some = await checkSome(id, today());
    judged += some;
    if (some === 0 || closing?.aborted || performance.now() - began >= patience) return judged;
    await wait(5);
  }
}

async function checkSome(id: string, today: string): Promise<number> {
  const checked = await aside(async (db) => {
    const { rows: [lock] } = await db.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('import'), hashtext(${id})) as free`);
    const [run] = await reader().select().from(importRun).where(and(eq(importRun.id, id), eq(importRun.state, 'checking')));
    if (!lock?.free || !run) return 'nothing';
    const rows = await reader().select({ rowNumber: importRow.rowNumber, cells: importRow.cells }).from(importRow)
      .where(and(eq(importRow.importId, id), isNull(importRow.verdict), gt(importRow.rowNumber, 0))).orderBy(asc(importRow.rowNumber)).limit(atOnce);
    if (rows.length === 0) return 'all';
    const viewer = run.createdBy ? await colleague(run.createdBy, today) : null;
    if (!viewer) return 'nobody';
    const judged = await withTwins(await judge(viewer, { ...run, noun: run.noun as ImportNoun }, rows, today), saidBefore(db, id));
    await note(db, id, judged);
    return rows.length;
  });
  if (checked === 'all') await endChecking(systemViewer, id);
  if (checked === 'nobody') await stop(systemViewer, { id, reason: 'Ко је донео табелу више нема налог.' });
  return typeof checked === 'number' ? checked : 0;
}

type SaidBefore = (identities: readonly string[]) => Promise<Map<string, number>>;

function saidBefore(db: Transaction, id: string): SaidBefore {
  return async (identities) => {
    if (identities.length === 0) return new Map();
    const rows = await db.select({ identity: importRow.identity, row: sql<number>`min(${importRow.rowNumber})::int` }).from(importRow)
      .where(and(eq(importRow.importId, id), inArray(importRow.identity, [...identities]))).groupBy(importRow.identity);
    return new Map(rows.map(({ identity, row }) => [identity ?? '', row]));
  };
}

/** A row that says what an earlier one of the table says already would make a double, or change a record twice. */
async function withTwins(judged: readonly Judged[], before: SaidBefore): Promise<Judged[]> {
  const first = await before(judged.flatMap(({ identity }) => identity ?? []));
  return judged.map((one) => {
    const row = one.identity === null ? undefined : first.get(one.identity);
    if (one.identity !== null && row === undefined) first.set(one.identity, one.rowNumber);
    return row === undefined ? one : { ...one, verdict: 'wrong', identity: null, issues: [{ field: '', heading: null, rule: 'importTwice', values: { row } }, ...one.issues] };
  });
}

async function note(db: Transaction, id: string, judged: readonly Judged[]): Promise<void> {
  const said = judged.map(({ rowNumber, verdict, stood, identity, issues }) => ({ row_number: rowNumber, verdict, record_id: stood?.id ?? null, identity, issues }));
  await db.execute(sql`
    update import_row set verdict = said.verdict, record_id = said.record_id, identity = said.identity, issues = said.issues
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as said (row_number int, verdict text, record_id uuid, identity text, issues jsonb)
    where import_row.import_id = ${id} and import_row.row_number = said.row_number`);
  await noteUnknown(db, id, judged.filter(({ verdict }) => verdict !== 'wrong').flatMap(({ unknown }) => unknown));
}

/** Each once, as a row of its own below nought; its id is the request id under which the organisation will be entered. */
async function noteUnknown(db: Transaction, id: string, unknown: readonly Unknown[]): Promise<void> {
  const named = new Map(unknown.toReversed().map((one) => [`unknown ${keyOf(one.text)}`, one]));
  if (named.size === 0) return;
  const held = await db.select({ identity: importRow.identity, row: importRow.rowNumber }).from(importRow).where(and(eq(importRow.importId, id), sql`${importRow.rowNumber} < 0`));
  const known = new Set(held.map(({ identity }) => identity));
  let next = Math.min(0, ...held.map(({ row }) => row)) - 1;
  const rows = [...named].filter(([identity]) => !known.has(identity)).map(([identity, { text, kind }]) => ({ importId: id, rowNumber: next--, cells: [text, kind], verdict: 'new' as const, identity }));
  if (rows.length > 0) await db.insert(importRow).values(rows);
}

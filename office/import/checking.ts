import { setTimeout as wait } from 'node:timers/promises';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { importRow, importRun } from '#db/schema/import-run.ts';
import { aside } from '#office/change.ts';
import { eachInTurn, sum } from '#office/each-in-turn.ts';
import type { Transaction } from '#office/pen.ts';
import { colleague } from '#office/person/read.ts';
import { systemViewer } from '#office/viewer.ts';
import { keyOf } from './coded-columns.ts';
import type { Unknown } from './column.ts';
import { groundOf, isAlike } from './identity.ts';
import type { ImportNoun } from './import.ts';
import { judge, type Judged } from './judge.ts';
import { endChecking, stop } from './write.ts';

const atOnce = 50;

/** Judges the rows of all imports that wait for it. Answers how many. `today` gives an ISO day. */
export async function checkAll({ today, closing }: { today: () => string; closing?: AbortSignal }): Promise<number> {
  const runs = await reader().select({ id: importRun.id }).from(importRun).where(eq(importRun.state, 'checking')).orderBy(asc(importRun.createdAt));
  return sum(await eachInTurn(runs, ({ id }) => check(id, { today, ...(closing ? { closing } : {}) })));
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
    const judged = await withTwins(run.noun as ImportNoun, await judge(viewer, { ...run, noun: run.noun as ImportNoun }, rows, today), saidBefore(db, id));
    await note(db, id, judged);
    return rows.length;
  });
  if (checked === 'all') await endChecking(systemViewer, id);
  if (checked === 'nobody') await stop(systemViewer, { id, reason: 'Ко је донео табелу више нема налог.' });
  return typeof checked === 'number' ? checked : 0;
}

type Said = { readonly identity: string; readonly row: number };
type SaidBefore = (grounds: readonly string[]) => Promise<Said[]>;

function saidBefore(db: Transaction, id: string): SaidBefore {
  return async (grounds) => {
    if (grounds.length === 0) return [];
    const rows = await db.select({ identity: importRow.identity, row: importRow.rowNumber }).from(importRow)
      .where(and(eq(importRow.importId, id), gt(importRow.rowNumber, 0), sql`split_part(${importRow.identity}, ' ‖ ', 1) = any(${sql.param(grounds)}::text[])`)).orderBy(asc(importRow.rowNumber));
    return rows.map(({ identity, row }) => ({ identity: identity ?? '', row }));
  };
}

/**
 * A row that says what an earlier one of the table says already would make a double, or change a record twice. One that may be about the same, since the
 * date or the number that would tell stands in one of them alone, is asked about.
 */
async function withTwins(noun: ImportNoun, judged: readonly Judged[], before: SaidBefore): Promise<Judged[]> {
  const grounds = [...new Set(judged.flatMap(({ identity }) => (identity === null ? [] : [groundOf(identity)])))];
  const said = Map.groupBy(await before(grounds), ({ identity }) => groundOf(identity));
  return judged.map((one) => {
    if (one.identity === null) return one;
    const earlier = said.get(groundOf(one.identity)) ?? [];
    const same = earlier.find(({ identity }) => identity === one.identity);
    const alike = same ?? earlier.find(({ identity }) => isAlike(noun, identity, one.identity ?? ''));
    if (!alike) said.set(groundOf(one.identity), [...earlier, { identity: one.identity, row: one.rowNumber }]);
    return alike ? { ...one, verdict: 'wrong', identity: null, issues: [{ field: '', heading: null, rule: same ? 'importTwice' : 'importMaybeTwice', values: { row: alike.row } }, ...one.issues] } : one;
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

import { setTimeout as wait } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { importRow, importRun, type ImportIssue, type ImportVerdict } from '#db/schema/import-run.ts';
import { change as ledger } from '#db/schema/ledger.ts';
import { aside, type Entered } from '#office/change.ts';
import { eachInTurn, sum } from '#office/each-in-turn.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import type { Outcome } from '#office/outcome.ts';
import { colleague } from '#office/person/read.ts';
import { hasEnded } from '#office/still-in.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { columnCovering, columnsOf } from './columns.ts';
import type { Mapped } from './cells.ts';
import type { ImportNoun } from './import.ts';
import { judge, type Judged } from './judge.ts';
import { lookUp } from './look-up.ts';
import { finish, stop } from './write.ts';

/** The verbs by which rows become records: each noun's own. */
export type Verbs = Record<ImportNoun, {
  draft(viewer: Staff, input: { entry: unknown; requestId: string; today: string }): Promise<Outcome<Entered>>;
  revise(viewer: Staff, input: { entry: unknown; requestId: string; id: string; version: number; today: string }): Promise<Outcome<Entered>>;
}>;
type Waiting = { id: string; rowNumber: number; cells: string[] };
type Settled = { id: string; recordId?: string | null; verdict?: ImportVerdict; issues?: ImportIssue[]; entered: boolean };
type Run = typeof importRun.$inferSelect;

const atOnce = 20;
/** Milliseconds after which what was taken in is noted, though rows of the batch are left: nobody may hold a transaction open for long. */
const longest = 1_500;

/**
 * Takes waiting rows of running imports in, each as one change by the person whose import it is, under the request id of
 * the row: whatever is broken off is gone on with, and no row becomes two records. Answers how many rows were settled.
 */
export async function takeIn(verbs: Verbs, { today, closing, rest = 25 }: { today: () => string; closing?: AbortSignal; rest?: number }): Promise<number> {
  const runs = await reader().select({ id: importRun.id }).from(importRun).where(eq(importRun.state, 'running')).orderBy(asc(importRun.startedAt));
  return sum(await eachInTurn(runs, ({ id }) => takeWhole(verbs, id, { today, rest, ...(closing ? { closing } : {}) })));
}

async function takeWhole(verbs: Verbs, id: string, { today, closing, rest }: { today: () => string; closing?: AbortSignal; rest: number }): Promise<number> {
  for (let settled = 0; ;) {
    const some = await takeSome(verbs, id, today());
    settled += some;
    if (some === 0 || closing?.aborted) return settled;
    // Whoever uses the site in the meantime comes first.
    await wait(rest, undefined, closing ? { signal: closing } : {}).catch(() => {});
  }
}

/** Some rows of one import, while no other instance does the same; 0 where there is nothing to do. */
async function takeSome(verbs: Verbs, id: string, today: string): Promise<number> {
  const taken = await aside(async (db) => {
    const { rows: [lock] } = await db.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('import'), hashtext(${id})) as free`);
    const [run] = await reader().select().from(importRun).where(and(eq(importRun.id, id), eq(importRun.state, 'running')));
    if (!lock?.free || !run) return 'nothing';
    const rows = await waitingRows(id);
    if (rows.length === 0) return 'all';
    const viewer = run.createdBy ? await colleague(run.createdBy, today) : null;
    if (!viewer) return 'nobody';
    const settled = await settle(verbs, viewer, run, rows, today);
    await db.execute(sql`
      update import_row set record_id = coalesce(said.record_id, import_row.record_id), verdict = coalesce(said.verdict, import_row.verdict),
        issues = coalesce(said.issues, import_row.issues), entered_at = case when said.entered then now() end
      from jsonb_to_recordset(${JSON.stringify(settled.map(({ recordId, ...one }) => ({ ...one, record_id: recordId })))}::jsonb) as said (id uuid, record_id uuid, verdict text, issues jsonb, entered boolean)
      where import_row.id = said.id`);
    return settled.length;
  });
  if (taken === 'all') await finish(systemViewer, id);
  if (taken === 'nobody') await stop(systemViewer, { id, reason: 'Ко је донео табелу више нема налог.' });
  return typeof taken === 'number' ? taken : 0;
}

/** The next rows; organisations that the table names come before the rows that name them, and never together with them. */
async function waitingRows(id: string): Promise<Waiting[]> {
  const waits = and(eq(importRow.importId, id), isNull(importRow.enteredAt), inArray(importRow.verdict, ['new', 'changes']));
  const some = (side: ReturnType<typeof lt>) => reader().select({ id: importRow.id, rowNumber: importRow.rowNumber, cells: importRow.cells })
    .from(importRow).where(and(waits, side)).orderBy(asc(importRow.rowNumber)).limit(atOnce);
  const first = await some(lt(importRow.rowNumber, 0));
  return first.length > 0 ? first : some(gt(importRow.rowNumber, 0));
}

async function settle(verbs: Verbs, viewer: Staff, run: Run, rows: readonly Waiting[], today: string): Promise<Settled[]> {
  // What was entered before the process ended is in the ledger under the row's own id.
  const before = await reader().select({ id: ledger.requestId, recordId: ledger.recordId }).from(ledger).where(inArray(ledger.requestId, rows.map(({ id }) => id)));
  const done = new Map(before.map(({ id, recordId }) => [id, recordId]));
  const left = rows.filter(({ id }) => !done.has(id));
  const settled: Settled[] = [...done].flatMap(([id, recordId]) => (id ? [{ id, recordId, entered: true }] : []));
  if (left[0] && left[0].rowNumber < 0) settled.push(...await enterUnknowns(verbs, viewer, left, today));
  else settled.push(...await enterRows(verbs, viewer, run, left, today));
  return settled;
}

async function enterRows(verbs: Verbs, viewer: Staff, run: Run, rows: readonly Waiting[], today: string): Promise<Settled[]> {
  const noun = run.noun as ImportNoun;
  const table: Mapped = { noun, headings: run.headings, mapping: run.mapping, entersUnknown: false };
  const settled: Settled[] = [];
  const all = await judge(viewer, table, rows, today);
  const began = performance.now();
  for (const judged of all) {
    const row = rows.find(({ rowNumber }) => rowNumber === judged.rowNumber);
    if (!row) continue;
    if (performance.now() - began > longest) break;
    const { stood, entry } = judged;
    if (judged.verdict === 'wrong') settled.push({ id: row.id, verdict: 'wrong', issues: judged.issues, entered: false });
    else if (judged.verdict === 'same') settled.push({ id: row.id, verdict: 'same', recordId: stood?.id ?? null, entered: false });
    else {
      const outcome = stood
        ? await verbs[noun].revise(viewer, { entry, requestId: row.id, id: stood.id, version: stood.version, today })
        : await verbs[noun].draft(viewer, { entry, requestId: row.id, today });
      if (hasEnded(outcome)) break;
      if (outcome.done) settled.push({ id: row.id, recordId: outcome.value.id, entered: true });
      else settled.push({ id: row.id, verdict: 'wrong', entered: false, issues: outcome.issues.map(({ field, rule, values }) => ({ ...place(table, field, judged.values), rule, ...(values ? { values: { ...values } } : {}) })) });
    }
  }
  return settled;
}

function place({ noun, mapping }: Mapped, field: string, values: Judged['values']): { field: string; heading: string | null } {
  const key = field ? columnCovering(columnsOf(noun), field, values)?.key ?? field : '';
  return { field: key, heading: mapping[key] ?? null };
}

async function enterUnknowns(verbs: Verbs, viewer: Staff, rows: readonly Waiting[], today: string): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const row of rows) {
    const one = await enterUnknown(verbs, viewer, row, today);
    if (!one) break;
    settled.push(one);
  }
  return settled;
}

/** An organisation that the table names, as a draft that says no more than its name; somebody may have entered it since. Null where the viewer's access has ended. */
async function enterUnknown(verbs: Verbs, viewer: Staff, { id, cells: [name = '', kind = 'other'] }: Waiting, today: string): Promise<Settled | null> {
  const [known] = (await lookUp(viewer, [{ noun: 'organisation', text: name }]))('organisation', name);
  if (known) return { id, verdict: 'same', recordId: known.id, entered: false };
  const script = /\p{Script=Cyrillic}/u.test(name) ? 'sr-Cyrl' : 'sr-Latn';
  const parsed = parseEntry(organisationEntry, { [`name.${script}`]: [name], 'name.origin': [script], kind: [kind] });
  const outcome = parsed.ok ? await verbs.organisation.draft(viewer, { entry: parsed.entry, requestId: id, today }) : parsed;
  if ('done' in outcome && hasEnded(outcome)) return null;
  if ('done' in outcome && outcome.done) return { id, recordId: outcome.value.id, entered: true };
  const issues = 'issues' in outcome ? outcome.issues : [];
  return { id, verdict: 'wrong', entered: false, issues: issues.map(({ rule, values }) => ({ field: 'name', heading: null, rule, ...(values ? { values: { ...values } } : {}) })) };
}

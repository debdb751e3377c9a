import { createHash } from 'node:crypto';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { bulkRun } from '#db/schema/desk.ts';
import { aside, type Entered } from '#office/change.ts';
import { done, refused, type Outcome } from '#office/outcome.ts';
import { turnAway } from '#office/refusing.ts';
import { hasEnded } from '#office/still-in.ts';
import type { Viewer } from '#office/viewer.ts';
import { isOver, mostInBulk, type BulkResult, type BulkRun, type BulkVerb } from './bulk.ts';
import { runById } from './read.ts';

/** Remembers what was chosen for which act, until it is confirmed; what the person left lying for a week goes. */
export async function openRun(viewer: Viewer, { register, verb, ids }: { register: string; verb: BulkVerb; ids: readonly string[] }): Promise<Outcome<{ id: string }>> {
  if (viewer.kind !== 'staff') return turnAway(viewer, 'run.open', notAllowed);
  const each = [...new Set(ids)];
  if (each.length === 0) return refused(422, { field: '', rule: 'nothingChosen' });
  if (each.length > mostInBulk) return refused(422, { field: '', rule: 'tooManyChosen', values: { max: mostInBulk, count: each.length } });
  return aside(async (db) => {
    await db.delete(bulkRun).where(and(eq(bulkRun.personId, viewer.id), lt(bulkRun.createdAt, sql`now() - interval '7 days'`)));
    const [opened] = await db.insert(bulkRun).values({ personId: viewer.id, register, verb, ids: each }).returning({ id: bulkRun.id });
    if (!opened) throw new Error('a run was not kept');
    return done(opened);
  });
}

/** Says what goes along with the act; the first one says it, and a second time is the same. */
export async function confirmRun(viewer: Viewer, id: string, details: Record<string, unknown>): Promise<Outcome<BulkRun>> {
  if (viewer.kind !== 'staff') return turnAway(viewer, 'run.confirm', notAllowed);
  await aside((db) => db.update(bulkRun).set({ details }).where(and(eq(bulkRun.id, id), eq(bulkRun.personId, viewer.id), isNull(bulkRun.details))));
  const run = await runById(viewer, id);
  return run ? done(run) : refused(404, { field: '', rule: 'notFound' });
}

const notAllowed = refused(403, { field: '', rule: 'notAllowed' });

/** Does the act to one record under a request of this id. */
export type Deed = (recordId: string, requestId: string) => Promise<Outcome<Entered>>;

/** How many results are kept at once. */
const some = 20;

/**
 * Goes on where the run stands, record by record, for at most `forMs` milliseconds; what came of each is kept on the way. Each
 * record has a request id of its own, made of the run's and its own, so that whatever is repeated is done once. Where the viewer's
 * access ends on the way, 403: the records that are left wait for him, who may be in again.
 */
export async function goOn(viewer: Viewer, run: BulkRun, deed: Deed, forMs: number): Promise<Outcome<BulkRun>> {
  const until = performance.now() + forMs;
  let now = run;
  while (now.details !== null && !isOver(now) && performance.now() < until) {
    const results: BulkResult[] = [];
    for (const id of now.ids.slice(now.results.length, now.results.length + some)) {
      const outcome = await deed(id, requestIdOf(run.id, id));
      if (!outcome.done && hasEnded(outcome)) {
        await keep(now, results);
        return outcome;
      }
      results.push(resultOf(outcome));
    }
    await keep(now, results);
    const stands = await runById(viewer, run.id);
    if (!stands) return refused(404, { field: '', rule: 'notFound' });
    now = stands;
  }
  return done(now);
}

/** Only behind what stood: of two that go on at once the results of one are kept, and both did the same. */
async function keep({ id, results: before }: BulkRun, results: readonly BulkResult[]): Promise<void> {
  await aside((db) => db.update(bulkRun).set({ results: sql`${bulkRun.results} || ${JSON.stringify(results)}::jsonb` })
    .where(and(eq(bulkRun.id, id), sql`jsonb_array_length(${bulkRun.results}) = ${before.length}`)));
}

function resultOf(outcome: Outcome<Entered>): BulkResult {
  if (outcome.done) return {};
  const reasons = outcome.issues.map(({ rule, field, values }) => ({ rule, ...(field ? { field } : {}), ...(values ? { values } : {}) }));
  return { reasons: reasons.length ? reasons : [{ rule: 'fault' }] };
}

/** Always the same for a run and a record, in the shape of a UUID. */
function requestIdOf(runId: string, recordId: string): string {
  const hash = createHash('sha256').update(`${runId} ${recordId}`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

import { sql } from 'drizzle-orm';
import { folderOf, registers } from '#app/registers.ts';
import { belgradeToday } from '#messages/dates.ts';
import { words } from '#messages/words.ts';
import { aside } from '#office/change.ts';
import { dueForPublication, type Due } from '#office/due.ts';
import { eachInTurn } from '#office/each-in-turn.ts';
import { issuesInWords } from '#office/issues-in-words.ts';
import { missPublication, mayStillPublish } from '#office/missed-publication.ts';
import { refused, type Issue } from '#office/outcome.ts';
import type { System } from '#office/viewer.ts';
import { startClock, type Job } from './clock.ts';
import { earlierNow } from './clocks.ts';

/** Publishes what was scheduled for a moment that has come by both clocks, within a few seconds of it. */
export function startPublishing({ log, pause = 2_000 }: { log: (line: string) => void; pause?: number }): Job {
  return startClock({ name: 'Scheduled publishing', pause, log, turn: async () => publishDue(await earlierNow()) });
}

/**
 * One turn, in one instance at a time. What is no longer ready, or was scheduled by somebody who may not publish it any more, goes back
 * to its office with the reason, so that it is told once and not tried for ever. The ledger names the system as who did it, and the person who had scheduled it.
 */
export async function publishDue(now: Date): Promise<string | undefined> {
  return aside(async (db) => {
    const { rows: [lock] } = await db.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended('povelja.publishing', 0)) as held`);
    if (!lock?.held) return undefined;
    const told = await eachInTurn(await dueForPublication(now), (due) => publishOne(due, now));
    return told.length > 0 ? told.join(' ') : undefined;
  });
}

async function publishOne(due: Due, now: Date): Promise<string> {
  const { noun, id, version, scheduledBy } = due;
  const viewer: System = { kind: 'system', ...(scheduledBy ? { onBehalfOf: scheduledBy } : {}) };
  const today = belgradeToday(now);
  const outcome = await mayStillPublish(due, today)
    ? await registers[folderOf(noun)].verbs.publish(viewer, { id, version, today }) : refused(403, { field: '', rule: 'schedulerMayNot' });
  if (outcome.done) return `${noun} ${id} was published as scheduled.`;
  if (outcome.status === 409) return `${noun} ${id} was changed as it fell due.`;
  const { issues } = outcome;
  await missPublication(due, { reason: why(issues), issues, today, place: `/workspace/${folderOf(noun)}/${id}` });
  return `${noun} ${id} could not be published as scheduled: ${issues.map(({ field, rule }) => `${field} ${rule}`.trim()).join(', ')}.`;
}

/** In the office's own words, since it stands in the history. */
function why(issues: readonly Issue[]): string {
  return [words('sr-Cyrl', 'record.review')('failed'), ...issuesInWords(issues, 'sr-Cyrl')].join(' ');
}

import { and, eq, sql } from 'drizzle-orm';
import type { LocalText } from '#messages/local-text.ts';
import { colleagues } from './colleagues.ts';
import { scheduledBy } from './due.ts';
import type { Transaction } from './pen.ts';
import type { Noun } from './permission.ts';
import { post } from './posting.ts';
import { sightOf, tables } from './tables.ts';
import type { Viewer } from './viewer.ts';

/** What a letter about it says. `at` is the instant for which it was scheduled. */
export type Unscheduled = { readonly at: string; readonly code: string; readonly title: LocalText | null };
/** The row as it stood before the act. */
type Before = { readonly id: string; readonly publication: string; readonly code: string; readonly title?: LocalText | null; readonly name?: LocalText | null; readonly scheduledFor: Date | null };

/**
 * Posts a letter to whoever had scheduled a record that somebody else has just taken off the clock, by whatever act: it no longer stands as
 * scheduled, nor before the public. In the transaction of that act; what the clock itself gives back is told by `missPublication`. Whoever may not see the
 * record any more is not told; of a double that was merged away, `seenAs` is the record that it became.
 */
export async function tellUnscheduled(db: Transaction, viewer: Viewer, noun: Noun, row: unknown, seenAs?: string): Promise<void> {
  const before = row as Before | null;
  if (viewer.kind !== 'staff' || before?.publication !== 'scheduled' || await isStillOnItsWay(db, noun, before.id)) return;
  const personId = await scheduledBy(noun, before.id, db);
  if (personId === null || personId === viewer.id || !await mayRead(db, personId, noun, seenAs ?? before.id)) return;
  const { rows: [entered] } = await db.execute<{ seq: string }>(sql`select current_setting('povelja.change') as seq`);
  const said: Unscheduled = { at: before.scheduledFor?.toISOString() ?? '', code: before.code, title: before.title ?? before.name ?? null };
  await post(db, { kind: 'publicationOff', recordId: before.id, occasion: entered?.seq, to: { personId }, said });
}

async function isStillOnItsWay(db: Transaction, noun: Noun, id: string): Promise<boolean> {
  const { table } = tables[noun];
  return await db.$count(table, and(eq(table.id, id), sql`${table.publication} in ('scheduled', 'published')`)) > 0;
}

/** Only who may sign in and see the record is told: the letter says what it is called. The day is that of the office. */
async function mayRead(db: Transaction, personId: string, noun: Noun, id: string): Promise<boolean> {
  const { rows: [office] } = await db.execute<{ today: string }>(sql`select (now() at time zone 'Europe/Belgrade')::date::text as today`);
  const one = (await colleagues(db, office?.today ?? '')).get(personId)?.staff;
  const { table } = tables[noun];
  return one !== undefined && await db.$count(table, and(eq(table.id, id), sightOf(one, noun))) > 0;
}

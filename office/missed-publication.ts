import { and, eq, sql } from 'drizzle-orm';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from './change.ts';
import { colleagues } from './colleagues.ts';
import type { Due } from './due.ts';
import type { Issue, Outcome } from './outcome.ts';
import type { Transaction } from './pen.ts';
import { holds, permits, type Action } from './permission.ts';
import { colleague } from './person/read.ts';
import { post } from './posting.ts';
import { act } from './publishing.ts';
import { registerOf } from './register-of.ts';
import { subjectOf } from './subject.ts';
import { sightOf, tables } from './tables.ts';
import { systemViewer } from './viewer.ts';

/** What a letter about it says. `at` is the instant for which it was scheduled, `place` the record's address below the written form. */
export type Missed = { readonly at: string; readonly code: string; readonly title: LocalText | null; readonly noun: string; readonly place: string; readonly issues: readonly Issue[] };
type Why = { readonly reason: string; readonly issues: readonly Issue[]; readonly today: string; readonly place: string };
type Row = { publication: string; code: string; title?: LocalText | null; name?: LocalText | null; createdBy: string | null; ownerId?: string | null; deputyId?: string | null; scheduledFor: Date | null };

/** Whether whoever scheduled it could still publish it on this ISO day: who has left since, or lost the role, puts nothing before the public. */
export async function mayStillPublish({ noun, id, scheduledBy }: Due, today: string): Promise<boolean> {
  if (scheduledBy === null) return true;
  const [scheduler, subject] = await Promise.all([colleague(scheduledBy, today), subjectOf(noun, id)]);
  return scheduler !== null && permits(scheduler, `${noun}.publish` as Action, subject);
}

/**
 * Gives back a record that the clock could not publish at its moment, with the reason. In the same transaction a letter is posted to
 * whoever scheduled it and to whoever keeps it (in charge and deputy, or else who entered it); where none of them may work on it now, to all who publish it.
 */
export function missPublication(due: Due, { reason, issues, today, place }: Why): Promise<Outcome<Entered>> {
  const { noun, id, version } = due;
  const register = registerOf(noun);
  return change(systemViewer, act(register, 'return', { id, version }, reason), async (pen, held) => {
    const row = held as unknown as Row;
    if (row.publication !== 'scheduled') pen.refuse({ field: '', rule: 'notInThisState' });
    await pen.revise(register.table, { publication: 'returned', scheduledFor: null } as never);
    const said: Missed = { noun, at: row.scheduledFor?.toISOString() ?? '', code: row.code, title: row.title ?? row.name ?? null, place, issues };
    const { rows: [entered] } = await pen.db.execute<{ seq: string }>(sql`select current_setting('povelja.change') as seq`);
    for (const personId of await concerned(pen.db, due, row, today)) await post(pen.db, { kind: 'publicationMissed', recordId: id, occasion: entered?.seq, to: { personId }, said });
  });
}

/** Only who may sign in and see the record is told: the letter says what it is called. */
async function concerned(db: Transaction, { noun, id, scheduledBy }: Due, { ownerId, deputyId, createdBy }: Row, today: string): Promise<string[]> {
  const staff = await colleagues(db, today);
  const { table } = tables[noun];
  const sees = async (person: string) => {
    const one = staff.get(person)?.staff;
    return one !== undefined && await db.$count(table, and(eq(table.id, id), sightOf(one, noun))) > 0;
  };
  const asked = new Set([scheduledBy, ownerId ?? createdBy, deputyId].flatMap((one) => one ?? []));
  const told = [];
  for (const person of asked) if (await sees(person)) told.push(person);
  if (told.length > 0) return told;
  const subject = await subjectOf(noun, id, db);
  return [...staff.values()].flatMap(({ staff: one }) => (holds(one, 'publisher', noun, subject) ? [one.id] : []));
}

import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { outbox } from '#db/schema/outbox.ts';
import { acknowledgement, reminderStep } from '#db/schema/reminder.ts';
import { addDays } from '#office/agreement/days.ts';
import { aside } from '#office/change.ts';
import { colleagues, type Colleague } from '#office/colleagues.ts';
import { among } from '#office/listing.ts';
import type { Noun } from '#office/permission.ts';
import { holds } from '#office/permission.ts';
import { post } from '#office/posting.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { alarms, type Alarm } from './alarms.ts';
import { peopleOn, rungOn, type Because } from './reminder.ts';

/** Where a record stands in the workspace, below the written form. */
export type PlaceOf = (noun: Noun, id: string) => string;

/**
 * Reminds everybody of the days that are theirs, once a day and of each step once: who was reminded, and the one letter that says so,
 * stand in one transaction. A day on which the app was down is caught up with, one reminder for each date. `today` is an ISO day in
 * Belgrade. Answers how many people were reminded; of two instances one does it.
 */
export async function remind(today: string, placeOf: PlaceOf): Promise<number> {
  const near = await alarms(systemViewer, today);
  return aside(async (db) => {
    const { rows: [lock] } = await db.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended('povelja.reminding', 0)) as held`);
    if (!lock?.held) return 0;
    await comeBack(db, today);
    const staff = await colleagues(db, today);
    const done = new Set((await db.selectDistinct({ id: reminderStep.personId }).from(reminderStep).where(eq(reminderStep.sentOn, today))).map(({ id }) => id));
    const past = await pastOf(db, near.map(({ recordId }) => recordId));
    const mine = Map.groupBy(near.flatMap((alarm) => [...askedOf(alarm, past, staff)].map(([id, because]) => ({ id, because, alarm }))), ({ id }) => id);
    let reminded = 0;
    for (const [id, asked] of mine) {
      if (done.has(id)) continue;
      const fresh = await db.insert(reminderStep).values(asked.map(({ alarm: { rule, recordId, dueOn, step } }) => ({ id: randomUUID(), rule, recordId, dueOn, step, personId: id, sentOn: today })))
        .onConflictDoNothing().returning({ rule: reminderStep.rule, recordId: reminderStep.recordId, dueOn: reminderStep.dueOn });
      const isFresh = (one: Alarm) => fresh.some(({ rule, recordId, dueOn }) => rule === one.rule && recordId === one.recordId && dueOn === one.dueOn);
      const lines = asked.filter(({ alarm }) => isFresh(alarm)).toSorted((a, b) => (a.alarm.dueOn < b.alarm.dueOn ? -1 : 1));
      if (lines.length === 0) continue;
      reminded += 1;
      if (!staff.get(id)?.letters) continue;
      await post(db, {
        kind: 'reminders', due: today, to: { personId: id },
        said: { more: asked.length - lines.length, lines: lines.map(({ because, alarm: { rule, noun, recordId, dueOn, code, title } }) => ({ rule, dueOn, code, title, because, place: placeOf(noun, recordId) })) },
      });
    }
    await forget(db, today);
    return reminded;
  });
}

type Db = Parameters<Parameters<typeof aside>[0]>[0];

/** A clock that ran ahead and was put right has left days that are yet to come: what was said of them is said again when they are there. */
async function comeBack(db: Db, today: string): Promise<void> {
  await db.delete(reminderStep).where(gt(reminderStep.sentOn, today));
  await db.update(outbox).set({ occasion: sql`${outbox.id}::text` }).where(and(eq(outbox.kind, 'reminders'), gt(outbox.due, today), isNull(outbox.occasion)));
}

/** Who was reminded of a day that is more than a year over needs nobody. */
async function forget(db: Db, today: string): Promise<void> {
  const longAgo = addDays(today, -400);
  await db.delete(reminderStep).where(and(lt(reminderStep.sentOn, longAgo), lt(reminderStep.dueOn, longAgo)));
}

type Said = { readonly reminded: { key: string; step: number }[]; readonly seen: { key: string; step: number }[] };

async function pastOf(db: Db, ids: readonly string[]): Promise<Said> {
  if (ids.length === 0) return { reminded: [], seen: [] };
  const [reminded, seen] = [
    await db.selectDistinct({ rule: reminderStep.rule, recordId: reminderStep.recordId, dueOn: reminderStep.dueOn, step: reminderStep.step }).from(reminderStep).where(among(reminderStep.recordId, ids)),
    await db.select({ rule: acknowledgement.rule, recordId: acknowledgement.recordId, dueOn: acknowledgement.dueOn, step: acknowledgement.step }).from(acknowledgement).where(among(acknowledgement.recordId, ids)),
  ];
  const keyed = (rows: typeof seen) => rows.map((row) => ({ key: keyOf(row), step: row.step }));
  return { reminded: keyed(reminded), seen: keyed(seen) };
}

/** Who is asked about a day now; none where somebody has seen it. Whoever may not see the record is nobody's deputy. */
function askedOf(alarm: Alarm, past: Said, staff: ReadonlyMap<string, Colleague>): ReadonlyMap<string, Because> {
  const key = keyOf(alarm);
  const steps = (some: Said['seen']) => some.filter((one) => one.key === key).map(({ step }) => step);
  const rung = rungOn(alarm.step, { reminded: steps(past.reminded), seen: steps(past.seen) });
  if (!rung) return new Map();
  const subject = { id: alarm.recordId, projectId: alarm.projectId };
  const works = (id: string | null) => (id !== null && holds(staff.get(id)?.staff ?? nobody, 'contributor', alarm.noun, subject) ? id : null);
  const having = (role: 'publisher' | 'editor') => [...staff.values()].flatMap(({ staff: one }) => (holds(one, role, alarm.noun, subject) ? [one.id] : []));
  const publishers = having('publisher');
  return peopleOn(rung, { owner: works(alarm.ownerId), deputy: works(alarm.deputyId), publishers: publishers.length > 0 ? publishers : having('editor') });
}

const nobody: Staff = { kind: 'staff', id: '', name: '', writtenForm: 'sr-Cyrl', sessionHash: null, grants: [] };

function keyOf({ rule, recordId, dueOn }: { rule: string; recordId: string; dueOn: string }): string {
  return `${rule} ${recordId} ${dueOn}`;
}

import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { securityEvent } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { colleagues } from '#office/colleagues.ts';
import type { Transaction } from '#office/pen.ts';
import { permits } from '#office/permission.ts';
import { post } from '#office/posting.ts';
import type { Viewer } from '#office/viewer.ts';

/** Why no backup could be made, as far as whoever is not at the machine needs it; the log says it in full. */
export const backupFaults = ['noFolder', 'noRoom', 'notAllowed', 'other'] as const;
export type BackupFault = (typeof backupFaults)[number];

/** Or nobody has tried for twice the hours after which the next one was due: the clock hangs, or was taken away. */
export type NoBackup = BackupFault | 'untried';

/** `since` is when the last one succeeded; null where none ever did, as far as the register remembers. */
export type BackupTrouble = { readonly since: Date | null; readonly why: NoBackup };

/** Of a failure that lasts so many minutes the administrators are written to, once. */
const untilLetter = 60;

/** The clock is going to make one every so many hours: kept where it is news, so that one that never comes is missed. */
export async function noteBackupsDue(everyHours: number): Promise<void> {
  await aside(async (db) => {
    if ((await lastWord(db))?.everyHours !== everyHours) await db.insert(securityEvent).values({ kind: 'backup_due', detail: { everyHours } });
  });
}

/** The clock has made a backup, and the next one is due in so many hours: whatever failed before is over. */
export async function noteBackup(everyHours: number): Promise<void> {
  await aside((db) => db.insert(securityEvent).values({ kind: 'backup_made', detail: { everyHours } }));
}

/**
 * One was made by hand, where the clock is set to so many hours; `undefined` where none is set, so that none is missed any more. It is noted
 * only where it ends a failure: a register out of which an archive was taken stays as the archive has it. A clock that fails is tried on and is
 * expected anew; one that hangs goes no better for it, and is told of until it makes one itself.
 */
export async function noteBackupByHand(everyHours: number | undefined): Promise<void> {
  await aside(async (db) => {
    const now = await trouble(db);
    if (now && (everyHours === undefined || now.why !== 'untried')) await db.insert(securityEvent).values({ kind: 'backup_made', detail: everyHours === undefined ? {} : { everyHours } });
  });
}

/**
 * None could be made. Kept once for each reason, however often it is tried, so that the desk of administrators tells of it on
 * every instance; and after an hour a letter goes to each of them.
 */
export async function noteNoBackup(why: BackupFault): Promise<void> {
  await aside(async (db) => {
    const before = await trouble(db);
    if (before?.why !== why) await db.insert(securityEvent).values({ kind: 'backup_failed', detail: { why } });
    const now = before && { ...before, why };
    if (now?.isLong) await write(db, now);
  });
}

/** Looks for one that nobody has tried to make, of which no failure tells, and writes the letter of it. */
export async function watchBackups(): Promise<void> {
  await aside(async (db) => {
    const now = await trouble(db);
    if (now?.why === 'untried' && now.isLong) await write(db, now);
  });
}

/** Since when the backups fail, and why; null where they do not. For whoever invites people, since the log is read by few; nothing for everybody else. */
export async function backupTrouble(viewer: Viewer): Promise<BackupTrouble | null> {
  if (viewer.kind !== 'staff' || !permits(viewer, 'person.invite', null)) return null;
  const found = await trouble(reader());
  return found && { since: found.since, why: found.why };
}

type Trouble = BackupTrouble & { readonly first: number; readonly isLong: boolean };

async function trouble(db: Pick<Transaction, 'select'>): Promise<Trouble | null> {
  const [made] = await db.select({ seq: securityEvent.seq, at: securityEvent.at }).from(securityEvent).where(eq(securityEvent.kind, 'backup_made')).orderBy(desc(securityEvent.seq)).limit(1);
  const failed = await db.select({ seq: securityEvent.seq, detail: securityEvent.detail, isLong: sql<boolean>`${securityEvent.at} <= now() - make_interval(mins => ${untilLetter})` }).from(securityEvent)
    .where(and(eq(securityEvent.kind, 'backup_failed'), gt(securityEvent.seq, made?.seq ?? 0))).orderBy(securityEvent.seq);
  const [first, last] = [failed[0], failed.at(-1)];
  if (first && last) return { since: made?.at ?? null, why: backupFaults.find((known) => known === last.detail.why) ?? 'other', first: first.seq, isLong: first.isLong };
  const word = await lastWord(db);
  return word?.isOver ? { since: made?.at ?? null, why: 'untried', first: word.seq, isLong: word.isLong } : null;
}

/** When the next one was said to be due the last time, and whether twice as long has passed since; `everyHours` null once none is set any more. */
async function lastWord(db: Pick<Transaction, 'select'>): Promise<{ seq: number; everyHours: number | null; isOver: boolean; isLong: boolean } | null> {
  const hours = sql<number | null>`(${securityEvent.detail} ->> 'everyHours')::int`;
  const over = (mins: number) => sql<boolean>`coalesce(${securityEvent.at} <= now() - make_interval(hours => 2 * ${hours}, mins => ${mins}), false)`;
  const [word] = await db.select({ seq: securityEvent.seq, everyHours: hours, isOver: over(0), isLong: over(untilLetter) }).from(securityEvent)
    .where(inArray(securityEvent.kind, ['backup_made', 'backup_due'])).orderBy(desc(securityEvent.seq)).limit(1);
  return word ?? null;
}

/** One letter for each failure that lasts, to whoever administers today. */
async function write(db: Transaction, { first, since, why }: Trouble): Promise<void> {
  const { rows: [office] } = await db.execute<{ today: string }>(sql`select (now() at time zone 'Europe/Belgrade')::date::text as today`);
  for (const { staff } of (await colleagues(db, office?.today ?? '')).values()) {
    if (permits(staff, 'person.invite', null)) await post(db, { kind: 'noBackup', occasion: String(first), to: { personId: staff.id }, said: { since: since?.toISOString() ?? null, why } });
  }
}

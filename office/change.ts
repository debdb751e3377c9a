import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { and, eq, sql, type InferSelectModel } from 'drizzle-orm';
import { isWorthRetrying } from '#db/away.ts';
import { writer } from '#db/client.ts';
import type { LocalText } from '#messages/local-text.ts';
import { correctionNote } from '#db/schema/correction.ts';
import { change as ledger } from '#db/schema/ledger.ts';
import { securityEvent } from '#db/schema/session.ts';
import { carryOut, type Carried } from './carried.ts';
import { derive } from './derived.ts';
import { refuseAlone, reopen } from './four-eyes.ts';
import { confirmPassword, done, refused, type Outcome } from './outcome.ts';
import { makePen, type Pen, type RecordTable, type Transaction } from './pen.ts';
import { isContent, needsConfirming, permits, type Action, type Noun, type Subject } from './permission.ts';
import { Refusal } from './refusal.ts';
import { isStillIn, sessionEnded } from './still-in.ts';
import { tellUnscheduled } from './unscheduled.ts';
import type { Viewer } from './viewer.ts';

/** What is to be done, to which record, from which version of it, under which request. */
export type Act<T extends RecordTable> = {
  readonly action: Action;
  readonly table: T;
  /** Absent for a new record; a text that is no id is a record that is not there. */
  readonly id?: string;
  /** The rule of sight of the noun; a record outside of it does not exist for the viewer. */
  readonly seen?: (viewer: Viewer) => ReturnType<typeof sql>;
  /** The version that the form was opened with; absent where the act does not depend on it. */
  readonly version?: number;
  /** One-time id of the form: a second submit gets the first one's answer. */
  readonly requestId?: string;
  readonly reason?: string;
  /** What the permission table is asked about, where that is not the row alone. */
  readonly subject?: (db: Transaction, row: InferSelectModel<T> | null) => Promise<Subject | null>;
  /** The proposal that this act carries out: approved in the same transaction. */
  readonly carries?: Carried;
  /** What the public is told of it, where the act corrects what it reads. */
  readonly note?: LocalText | null;
};

/** `repeated` when the same request had been answered before and nothing was written now. */
export type Entered = { readonly id: string; readonly repeated: boolean };

/**
 * The one gate for writes. In one transaction: lock the row if the viewer may see it, ask whether he is still in, and the permission
 * table with the row in hand, compare versions, enter the change, hand the verb its pen. A refusal rolls
 * everything back and leaves a security event; 404 unknown, 403 not allowed, 409 saved by another, 422 wrong.
 */
export async function change<T extends RecordTable>(
  viewer: Viewer, act: Act<T>, write: (pen: Pen, row: InferSelectModel<T>) => Promise<void>,
): Promise<Outcome<Entered>> {
  try {
    return await again(() => writer().transaction((tx) => enter(tx, viewer, act, write)));
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    await noteRefusal(viewer, act.action, act.id ?? null, thrown.outcome.status);
    return thrown.outcome;
  }
}

/**
 * A change to another record in the transaction of this one: both stand, or neither. It passes the same gate and is
 * entered under its own action, so each record tells its own history; its refusal refuses all. Answers with the record's id.
 */
export async function beside<T extends RecordTable>(
  pen: Pen, act: Act<T>, write: (pen: Pen, row: InferSelectModel<T>) => Promise<void>,
): Promise<string> {
  const { rows: [held] } = await pen.db.execute<{ seq: string }>(sql`select current_setting('povelja.change') as seq`);
  const entered = await enter(pen.db, pen.viewer, act, write);
  await pen.db.execute(sql`select set_config('povelja.change', ${held?.seq ?? ''}, true)`);
  if (!entered.done) throw new Refusal(entered);
  return entered.value.id;
}

/** A transaction for what lies outside the ledger: sessions, attempts, links, security events. The database refuses it every other table. */
export async function aside<T>(write: (db: Transaction) => Promise<T>): Promise<T> {
  return again(() => writer().transaction(write));
}

/** Keeps that somebody was refused, in a transaction of its own; for the gate, and for acts that do not pass it (refusing.ts). A text that is no id is left out. */
export async function noteRefusal(viewer: Viewer, action: string, recordId: string | null, status: number): Promise<void> {
  await aside((db) => db.insert(securityEvent).values({
    kind: 'refused', actorId: viewer.kind === 'staff' ? viewer.id : null, action, recordId: recordId !== null && isId(recordId) ? recordId : null, status,
  }));
}

/** Once more, at most three times, where Postgres asks for it: two transactions met, and this one gave way. */
async function again<T>(enterOnce: () => Promise<T>): Promise<T> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await enterOnce();
    } catch (error) {
      if (retries === 3 || !isWorthRetrying(error)) throw error;
      await wait(10 * 2 ** retries + Math.random() * 20); // apart from the other, or both meet again
    }
  }
}

async function enter<T extends RecordTable>(
  tx: Transaction, viewer: Viewer, act: Act<T>, write: (pen: Pen, row: InferSelectModel<T>) => Promise<void>,
): Promise<Outcome<Entered>> {
  const row = act.id === undefined ? null : await locked(tx, viewer, act, act.id);
  const before = await answered(tx, viewer, act);
  if (before) return before;
  if (!await isStillIn(tx, viewer)) throw new Refusal(sessionEnded);
  if (act.id !== undefined && !row) throw new Refusal(refused(404, { field: '', rule: 'notFound' }));
  const subject = act.subject ? await act.subject(tx, row as InferSelectModel<T> | null) : row as unknown as Subject | null;
  if (!permits(viewer, act.action, subject)) throw new Refusal(refused(403, { field: '', rule: 'notAllowed' }));
  if (viewer.kind === 'staff' && !viewer.confirmed && needsConfirming(act.action)) throw new Refusal(refused(403, confirmPassword));
  const version = (row as { version?: number } | null)?.version;
  if (act.version !== undefined && act.version !== version) throw new Refusal(refused(409, { field: '', rule: 'stale' }));
  if (!act.carries) await refuseAlone(tx, viewer, act.action, subject?.publication);
  const id = act.id ?? randomUUID();
  const seq = await enterChange(tx, viewer, act, id);
  if (seq === null) {
    const first = await answered(tx, viewer, act);
    if (first) return first;
    throw new Refusal(refused(404, { field: '', rule: 'notFound' }));
  }
  if (act.carries) await carryOut(tx, viewer, act.carries, { action: act.action, recordId: id, seq });
  const { pen, touched, others } = makePen(tx, id, viewer, row);
  await write(pen, row as InferSelectModel<T>);
  if (!touched()) throw new Error(`${act.action} wrote nothing to its record`);
  if (subject && act.id !== undefined) await reopen(tx, viewer, act, subject);
  if (subject?.publication === 'scheduled') await tellUnscheduled(tx, viewer, nounOf(act.action) as Noun, row);
  if (act.note && subject?.publication === 'published' && isContent(act.action)) await tellPublic(tx, { noun: nounOf(act.action), recordId: id, changeSeq: seq, text: act.note });
  await derive(tx, nounOf(act.action), id);
  for (const [other, noun] of others) await derive(tx, noun, other);
  return done({ id, repeated: false });
}

async function locked<T extends RecordTable>(tx: Transaction, viewer: Viewer, act: Act<T>, id: string) {
  if (!isId(id)) return null;
  const rule = act.seen ? and(eq(act.table.id, id), act.seen(viewer)) : eq(act.table.id, id);
  const [row] = await tx.select().from(act.table as RecordTable).where(rule).for('update');
  return row ?? null;
}

/** The answer that this request got the first time, from the same actor and for the same act. */
async function answered(tx: Transaction, viewer: Viewer, { requestId, action }: { requestId?: string; action: Action }): Promise<Outcome<Entered> | null> {
  if (!requestId) return null;
  const [first] = await tx.select({ id: ledger.recordId, actor: ledger.actorId, action: ledger.action }).from(ledger).where(eq(ledger.requestId, requestId));
  if (!first || first.action !== action || first.actor !== (viewer.kind === 'staff' ? viewer.id : null)) return null;
  return done({ id: first.id, repeated: true });
}

/** The number of the change; null where a request of the same id is in the ledger already. */
async function enterChange<T extends RecordTable>(tx: Transaction, viewer: Viewer, act: Act<T>, id: string): Promise<number | null> {
  const staff = viewer.kind === 'staff' ? viewer : null;
  const [entered] = await tx.insert(ledger).values({
    actorKind: staff ? 'person' : 'system', actorId: staff?.id ?? (viewer.kind === 'system' ? viewer.onBehalfOf ?? null : null), sessionHash: staff?.sessionHash ?? null,
    requestId: act.requestId ?? null, action: act.action, noun: nounOf(act.action), recordId: id, reason: act.reason ?? null,
  }).onConflictDoNothing({ target: ledger.requestId }).returning({ seq: ledger.seq });
  if (!entered) return null;
  await tx.execute(sql`select set_config('povelja.change', ${String(entered.seq)}, true)`);
  return entered.seq;
}

/** Its day is that of the office. */
async function tellPublic(tx: Transaction, told: Pick<typeof correctionNote.$inferInsert, 'noun' | 'recordId' | 'changeSeq' | 'text'>): Promise<void> {
  await tx.insert(correctionNote).values({ ...told, on: sql`(now() at time zone 'Europe/Belgrade')::date` as never });
}

function nounOf(action: Action): string {
  return action.split('.')[0] ?? '';
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

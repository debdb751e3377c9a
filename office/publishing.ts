import { eq, sql, type InferSelectModel } from 'drizzle-orm';
import type { LocalText } from '#messages/local-text.ts';
import type { Publication, Verification } from '#db/columns.ts';
import type { Carried } from './carried.ts';
import { change, type Entered } from './change.ts';
import { refuseOwnWork } from './four-eyes.ts';
import { refused, type Issue, type Outcome } from './outcome.ts';
import type { Pen, RecordTable, Transaction } from './pen.ts';
import { permits, type Action, type Noun, type Subject } from './permission.ts';
import { sight } from './publication.ts';
import { Refusal } from './refusal.ts';
import type { Viewer } from './viewer.ts';

/** A record's table under its noun; `sight` where the noun is seen by a narrower rule than the common one. */
export type Register<T extends RecordTable> = {
  readonly noun: Noun;
  readonly table: T & Parameters<typeof sight>[2];
  readonly sight?: (viewer: Viewer) => ReturnType<typeof sight>;
  /** What the permission table is asked about, where the row alone does not tell it. */
  readonly subject?: (db: Transaction, row: InferSelectModel<T> | null) => Promise<Subject | null>;
};
/** `today` is an ISO day in Belgrade, where a rule of the noun asks for it. */
export type Which = { readonly id: string; readonly version?: number; readonly requestId?: string; readonly today?: string; readonly carries?: Carried; readonly note?: LocalText | null };

/** What the gate needs to know of a change to an existing record of this register. */
export function act<T extends RecordTable>(register: Register<T>, verb: string, which: Which, reason?: string) {
  return {
    action: `${register.noun}.${verb}` as Action, table: register.table, id: which.id, version: which.version, requestId: which.requestId,
    reason, carries: which.carries, note: which.note, subject: register.subject, seen: register.sight ?? ((viewer: Viewer) => sight(viewer, register.noun, register.table)),
  };
}

/**
 * Shows the record to the public. `ready` names what publishing demands beyond what a draft may lack
 * (DOMAIN section 3); with any issue nothing is written. A withdrawn record may be published again.
 */
export function publishRecord<T extends RecordTable>(
  viewer: Viewer, register: Register<T>, which: Which, ready: (row: InferSelectModel<T>, db: Transaction) => Promise<Issue[]>,
): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'publish', which), async (pen, row) => {
    const published = (row as { publication: string }).publication;
    if (published === 'published') pen.refuse({ field: '', rule: 'alreadyPublished' });
    await refuseOwnWork(pen.db, viewer, register.noun, row as unknown as Told);
    const issues = [...await ready(row, pen.db), ...embargoed(row, which.today)];
    if (issues.length) pen.refuse(...issues);
    await set(pen, register, {
      publication: 'published', publishedAt: sql`coalesce(${column(register, 'publishedAt')}, now())`, withdrawnAt: null, withdrawnReason: null, scheduledFor: null,
    });
  });
}

/**
 * Changes what is entered of a record. What the public reads must go on meeting what publishing demands: a
 * correction that would leave a published record without it is refused with the same issues.
 */
export function reviseRecord<T extends RecordTable>(
  viewer: Viewer, register: Register<T>, which: Which, ready: (row: InferSelectModel<T>, db: Transaction) => Promise<Issue[]>,
  write: (pen: Pen, row: InferSelectModel<T>) => Promise<void>, verb = 'revise', reason?: string,
): Promise<Outcome<Entered>> {
  return change(viewer, act(register, verb, which, reason), async (pen, row) => {
    await write(pen, row);
    const [written] = await pen.db.select().from(register.table as RecordTable).where(eq(register.table.id, pen.id));
    const now = written as InferSelectModel<T>;
    await refuseOutOfReach(pen, register, verb, now);
    if ((row as { publication: string }).publication !== 'published') return;
    const issues = [...await ready(now, pen.db), ...embargoed(now, which.today)];
    if (issues.length) pen.refuse(...issues);
  });
}

/** An embargo holds until its day has come. */
export function embargoed(row: unknown, today: string | undefined): Issue[] {
  const { embargoUntil } = row as { embargoUntil: string | null };
  return embargoUntil !== null && (today === undefined || today < embargoUntil) ? [{ field: 'embargoUntil', rule: 'embargo', values: { day: embargoUntil } }] : [];
}

/** Takes the record out of sight; its address stays and says why. The reason is shown to the public. */
export function withdrawRecord<T extends RecordTable>(
  viewer: Viewer, register: Register<T>, which: Which & { readonly reason: LocalText },
): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'withdraw', which, which.reason['sr-Cyrl']?.text), async (pen, row) => {
    if ((row as { publication: string }).publication !== 'published') pen.refuse({ field: '', rule: 'notPublished' });
    await set(pen, register, { publication: 'withdrawn', withdrawnAt: sql`now()`, withdrawnReason: which.reason });
  });
}

/** Says how sure the office is, and on which day somebody looked. Nothing leads back to unverified (DOMAIN section 3). */
export function verifyRecord<T extends RecordTable>(
  viewer: Viewer, register: Register<T>, which: Which & { readonly verification: Exclude<Verification, 'unverified'>; readonly today: string; readonly reason?: string },
): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'verify', which, which.reason), (pen) => set(pen, register, {
    verification: which.verification, verifiedOn: which.today, verifiedBy: viewer.kind === 'staff' ? viewer.id : null,
  }));
}

/** What a revision of a published record adds: the public sees that it was corrected. */
export function correction(row: unknown): object {
  return (row as { publication: string }).publication === 'published' ? { correctedAt: sql`now()` } : {};
}

type Told = { id: string; publication: Publication };

/** Nobody moves a record to where he could not have touched it: out of his own project into another's. */
async function refuseOutOfReach<T extends RecordTable>(pen: Pen, register: Register<T>, verb: string, now: InferSelectModel<T>): Promise<void> {
  const subject = register.subject ? await register.subject(pen.db, now) : now as unknown as Subject;
  if (!permits(pen.viewer, `${register.noun}.${verb}` as Action, subject)) throw new Refusal(refused(403, { field: '', rule: 'notAllowed' }));
}

function set<T extends RecordTable>(pen: Pen, register: Register<T>, values: object): Promise<void> {
  return pen.revise(register.table, values as never);
}

function column<T extends RecordTable>(register: Register<T>, name: string) {
  return (register.table as unknown as Record<string, ReturnType<typeof sql>>)[name];
}

import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { entryDraft } from '#db/schema/desk.ts';
import { change } from '#db/schema/ledger.ts';
import { aside } from '#office/change.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import { besidePlace, besides, formPlace, isKeptPlace, keepable, keptDays, keptDaysOfPersons, mostDrafts, personsSaid, requestIn } from './draft.ts';
import { wasSent } from './read.ts';

/**
 * Keeps what a person has typed, in the place of what was kept of that very form before: of this opening, or of the one with whose text it was
 * gone on (`resumed`). What another window keeps of the same form is left as it is, and this text lies beside it. Answers when it was kept; `sent` where
 * the very form was sent meanwhile, so that an autosave which comes late brings nothing back; null where it cannot be kept, also
 * since its holder has no access any more. One who is only signed out is why it is kept at all.
 */
export async function keepDraft(personId: string, place: string, typed: unknown): Promise<Date | 'sent' | null> {
  const fields = isKeptPlace(place) ? keepable(typed) : null;
  if (!fields) return null;
  const version = Number(fields.version?.[0] ?? Number.NaN);
  const request = requestIn(fields);
  return aside(async (db) => {
    if (request && await db.$count(change, eq(change.requestId, request)) > 0) return 'sent';
    if (!await holdColleague(db, personId)) return null;
    const savedAt = await keepText(db, personId, { place: formPlace(place), baseVersion: Number.isSafeInteger(version) ? version : null, typed: fields, resumed: requestIn(typed as FormValues, 'resumed') });
    const surplus = await db.select({ id: entryDraft.id }).from(entryDraft).where(eq(entryDraft.personId, personId)).orderBy(desc(entryDraft.savedAt)).offset(mostDrafts);
    if (surplus.length > 0) await db.delete(entryDraft).where(inArray(entryDraft.id, surplus.map(({ id }) => id)));
    return savedAt;
  });
}

/**
 * Holds the row of the person until the text is written: a tab that was left open writes nothing after the account has ended, nor behind the
 * back of an anonymising. The day is that of Belgrade, by the database's clock.
 */
async function holdColleague(db: Transaction, personId: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select from person
    where id = ${personId} and deactivated_at is null and coalesce(expires_on >= (now() at time zone 'Europe/Belgrade')::date, true) for key share`);
  return rows.length > 0;
}

type Text = { readonly place: string; readonly baseVersion: number | null; readonly typed: FormValues; readonly resumed: string };

async function keepText(db: Transaction, personId: string, { resumed, ...text }: Text): Promise<Date> {
  const request = requestIn(text.typed);
  const values = { ...text, savedAt: sql`now()` as never };
  const [own] = await db.select({ id: entryDraft.id }).from(entryDraft)
    .where(and(ofForm(personId, text.place), inArray(kept, [request, ...(resumed ? [resumed] : [])]))).orderBy(sql`${kept} = ${request} desc`).limit(1).for('update');
  if (own) {
    const [row] = await db.update(entryDraft).set({ ...values, place: undefined }).where(eq(entryDraft.id, own.id)).returning({ savedAt: entryDraft.savedAt });
    if (row) return row.savedAt;
  }
  // What a form without an opening of its own keeps is anybody's, and what was sent is nobody's any more.
  const free = or(sql`${kept} = ''`, wasSent);
  const [first] = await db.insert(entryDraft).values({ ...values, personId }).onConflictDoUpdate({ target: [entryDraft.personId, entryDraft.place], set: values, setWhere: free }).returning({ savedAt: entryDraft.savedAt });
  if (first) return first.savedAt;
  const [second] = await db.insert(entryDraft).values({ ...values, personId, place: besidePlace(text.place) }).returning({ savedAt: entryDraft.savedAt });
  return second?.savedAt ?? new Date();
}

const kept = sql<string>`coalesce(${entryDraft.typed} -> 'request' ->> 0, '')`;

/** All texts of one form of this person, in whatever window they were typed. */
function ofForm(personId: string, place: string) {
  return and(eq(entryDraft.personId, personId), or(eq(entryDraft.place, formPlace(place)), sql`starts_with(${entryDraft.place}, ${besides(formPlace(place))})`));
}

/** A form as it was sent: its one-time id, that of the kept text with which it was gone on with, and what stood in its fields. */
export type Sent = { readonly requests: readonly (string | undefined)[]; readonly typed: FormValues };

/**
 * What was kept of a form goes with its sending. What is kept of the same form in another window and was never sent stays.
 */
export async function dropSent(personId: string, place: string, { requests, typed }: Sent): Promise<void> {
  if (!isKeptPlace(place)) return;
  await aside(async (db) => {
    const held = await db.select({ id: entryDraft.id, typed: entryDraft.typed }).from(entryDraft).where(ofForm(personId, place)).for('update');
    const words = wordsOf(typed);
    const ofIt = held.filter((one) => !one.typed.request?.[0] || requests.includes(one.typed.request[0]) || wordsOf(one.typed) === words);
    if (ofIt.length > 0) await db.delete(entryDraft).where(inArray(entryDraft.id, ofIt.map(({ id }) => id)));
  });
}

/** The fields without what differs at every opening. */
function wordsOf(typed: FormValues): string {
  return JSON.stringify(Object.entries(keepable(typed) ?? {}).filter(([name]) => !/^(?:request|opened|version|resumed)$/.test(name)).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Thrown away: nothing of it is left. */
export async function dropDraft(personId: string, place: string): Promise<void> {
  if (!isKeptPlace(place)) return;
  await aside(async (db) => db.delete(entryDraft).where(and(eq(entryDraft.personId, personId), eq(entryDraft.place, place))));
}

/** The same of one opening of a form alone, wherever its text lies: what another window keeps of it stays. */
export async function dropOpening(personId: string, place: string, request: string): Promise<void> {
  if (!isKeptPlace(place)) return;
  await aside(async (db) => db.delete(entryDraft).where(and(ofForm(personId, place), sql`${kept} = ${request}`)));
}

/** Takes away what nobody has sent for thirty days, or for three where contacts stand in it, by the database's clock; answers how many there were. */
export async function sweepDrafts(): Promise<number> {
  return aside(async (db) => {
    const gone = await db.delete(entryDraft).where(sql`${entryDraft.savedAt} < now() - make_interval(days => ${keptDaysOfPersons})
      and (${entryDraft.savedAt} < now() - make_interval(days => ${keptDays}) or ${entryDraft.typed}::text ~ ${personsSaid})`).returning({ id: entryDraft.id });
    return gone.length;
  });
}

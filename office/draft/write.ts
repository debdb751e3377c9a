import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { entryDraft } from '#db/schema/desk.ts';
import { change } from '#db/schema/ledger.ts';
import { aside } from '#office/change.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Transaction } from '#office/pen.ts';
import { isKeptPlace, keepable, keptDays, keptDaysOfPersons, mostDrafts, personsSaid } from './draft.ts';

/**
 * Keeps what a person has typed, in the place of what was kept of that form before. Answers when it was kept; `sent` where
 * the very form was sent meanwhile, so that an autosave which comes late brings nothing back; null where it cannot be kept, also
 * since its holder has no access any more. One who is only signed out is why it is kept at all.
 */
export async function keepDraft(personId: string, place: string, typed: unknown): Promise<Date | 'sent' | null> {
  const fields = isKeptPlace(place) ? keepable(typed) : null;
  if (!fields) return null;
  const version = Number(fields.version?.[0] ?? Number.NaN);
  const request = fields.request?.[0] ?? '';
  return aside(async (db) => {
    if (isId(request) && await db.$count(change, eq(change.requestId, request)) > 0) return 'sent';
    const savedAt = await keepOfColleague(db, personId, { place, baseVersion: Number.isSafeInteger(version) ? version : null, typed: fields });
    if (savedAt === null) return null;
    const surplus = await db.select({ id: entryDraft.id }).from(entryDraft).where(eq(entryDraft.personId, personId)).orderBy(desc(entryDraft.savedAt)).offset(mostDrafts);
    if (surplus.length > 0) await db.delete(entryDraft).where(inArray(entryDraft.id, surplus.map(({ id }) => id)));
    return savedAt;
  });
}

/**
 * In one statement, with the row of the person held: a tab that was left open writes nothing after the account has ended, nor behind the
 * back of an anonymising. The day is that of Belgrade, by the database's clock.
 */
async function keepOfColleague(db: Transaction, personId: string, { place, baseVersion, typed }: { place: string; baseVersion: number | null; typed: FormValues }): Promise<Date | null> {
  const { rows: [row] } = await db.execute<{ saved_at: string }>(sql`
    insert into entry_draft (person_id, place, base_version, typed, saved_at)
    select id, ${place}, ${baseVersion}::int, ${JSON.stringify(typed)}::jsonb, now() from person
    where id = ${personId} and deactivated_at is null and coalesce(expires_on >= (now() at time zone 'Europe/Belgrade')::date, true)
    for key share
    on conflict (person_id, place) do update set base_version = excluded.base_version, typed = excluded.typed, saved_at = excluded.saved_at
    returning saved_at::text as saved_at`);
  return row ? new Date(row.saved_at) : null;
}

/** A form as it was sent: its one-time id, that of the kept text with which it was gone on with, and what stood in its fields. */
export type Sent = { readonly requests: readonly (string | undefined)[]; readonly typed: FormValues };

/**
 * What was kept of a form goes with its sending. The same form in another window is kept in the same place: what is kept of
 * that one and was never sent stays.
 */
export async function dropSent(personId: string, place: string, { requests, typed }: Sent): Promise<void> {
  if (!isKeptPlace(place)) return;
  await aside(async (db) => {
    const [kept] = await db.select({ id: entryDraft.id, typed: entryDraft.typed }).from(entryDraft).where(and(eq(entryDraft.personId, personId), eq(entryDraft.place, place))).for('update');
    const request = kept?.typed.request?.[0];
    const isOfIt = !request || requests.includes(request) || (kept !== undefined && wordsOf(kept.typed) === wordsOf(typed));
    if (kept && isOfIt) await db.delete(entryDraft).where(eq(entryDraft.id, kept.id));
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

/** Takes away what nobody has sent for thirty days, or for three where contacts stand in it, by the database's clock; answers how many there were. */
export async function sweepDrafts(): Promise<number> {
  return aside(async (db) => {
    const gone = await db.delete(entryDraft).where(sql`${entryDraft.savedAt} < now() - make_interval(days => ${keptDaysOfPersons})
      and (${entryDraft.savedAt} < now() - make_interval(days => ${keptDays}) or ${entryDraft.typed}::text ~ ${personsSaid})`).returning({ id: entryDraft.id });
    return gone.length;
  });
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

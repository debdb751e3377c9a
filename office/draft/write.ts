import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { entryDraft } from '#db/schema/desk.ts';
import { change } from '#db/schema/ledger.ts';
import { aside } from '#office/change.ts';
import { isKeptPlace, keepable, keptDays, keptDaysOfPersons, mostDrafts, personsSaid } from './draft.ts';

/**
 * Keeps what a person has typed, in the place of what was kept of that form before. Answers when it was kept; `sent` where
 * the very form was sent meanwhile, so that an autosave which comes late brings nothing back; null where it cannot be kept.
 */
export async function keepDraft(personId: string, place: string, typed: unknown): Promise<Date | 'sent' | null> {
  const fields = isKeptPlace(place) ? keepable(typed) : null;
  if (!fields) return null;
  const version = Number(fields.version?.[0] ?? Number.NaN);
  const request = fields.request?.[0] ?? '';
  return aside(async (db) => {
    if (isId(request) && await db.$count(change, eq(change.requestId, request)) > 0) return 'sent';
    const kept = { baseVersion: Number.isSafeInteger(version) ? version : null, typed: fields, savedAt: sql`now()` };
    const [row] = await db.insert(entryDraft).values({ personId, place, ...kept })
      .onConflictDoUpdate({ target: [entryDraft.personId, entryDraft.place], set: kept }).returning({ savedAt: entryDraft.savedAt });
    const surplus = await db.select({ id: entryDraft.id }).from(entryDraft).where(eq(entryDraft.personId, personId)).orderBy(desc(entryDraft.savedAt)).offset(mostDrafts);
    if (surplus.length > 0) await db.delete(entryDraft).where(inArray(entryDraft.id, surplus.map(({ id }) => id)));
    return row?.savedAt ?? null;
  });
}

/** Sent, or thrown away: nothing of it is left. */
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

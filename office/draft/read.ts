import { and, desc, eq, not, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { entryDraft } from '#db/schema/desk.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Draft } from './draft.ts';

/** What this person has not sent of the forms on one page, the newest first; `path` below the written form, with its query. Never another's. */
export async function draftsAt(viewer: Viewer, path: string): Promise<Draft[]> {
  if (viewer.kind !== 'staff') return [];
  return reader().select(columns).from(entryDraft)
    .where(and(eq(entryDraft.personId, viewer.id), or(eq(entryDraft.place, path), sql`starts_with(${entryDraft.place}, ${`${path}#`})`), unsent)).orderBy(desc(entryDraft.savedAt), entryDraft.id);
}

/** One of the forms that this person has not sent; `called` is what was typed as its name or title. */
export type UnsentForm = Pick<Draft, 'place' | 'savedAt'> & { readonly called: string | null };

/** The forms that this person has not sent, the newest first, at most `limit`. */
export async function unsentForms(viewer: Viewer, limit = 50): Promise<UnsentForm[]> {
  if (viewer.kind !== 'staff') return [];
  return reader().select({ place: entryDraft.place, savedAt: entryDraft.savedAt, called }).from(entryDraft)
    .where(and(eq(entryDraft.personId, viewer.id), unsent)).orderBy(desc(entryDraft.savedAt)).limit(limit);
}

const columns = { place: entryDraft.place, baseVersion: entryDraft.baseVersion, typed: entryDraft.typed, savedAt: entryDraft.savedAt };

const request = sql`${entryDraft.typed} -> 'request' ->> 0`;
/** The server may have died between the change and the sweeping up behind it: what the ledger knows of was sent. */
export const wasSent = sql`exists (select 1 from change where change.request_id = case when ${request} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${request})::uuid end)`;
const unsent = not(wasSent);

const called = sql<string | null>`left(coalesce(${sql.join(['title', 'name', 'text'].flatMap((field) => ['sr-Cyrl', 'sr-Latn', 'en'].map((form) => sql`nullif(${entryDraft.typed} -> ${`${field}.${form}`} ->> 0, '')`)), sql`, `)}), 200)`;

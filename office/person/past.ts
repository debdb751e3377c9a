import { and, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { change, revision } from '#db/schema/ledger.ts';
import { personal, type Role } from '#db/schema/person.ts';
import type { Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import { seesPeople } from './read.ts';

/** A role as it was given or taken back. */
export type PastGrant = { readonly role: Role; readonly scopeNoun: Noun | null; readonly scopeId: string | null; readonly until: string | null };

/** One thing that was done to somebody's account or rights: when, by whom and why, and the roles that came and went with it. */
export type PastOfPerson = {
  readonly seq: number; readonly at: Date; readonly actorId: string | null; readonly actor: string | null; readonly actorKind: 'person' | 'system';
  readonly action: string; readonly reason: string | null; readonly given: readonly PastGrant[]; readonly taken: readonly PastGrant[];
};

const actor = alias(personal, 'actor');

/** What was done to a person's account and rights, newest first; empty for whoever may not know of people. */
export async function pastOfPerson(viewer: Viewer, id: string): Promise<PastOfPerson[]> {
  if (!seesPeople(viewer)) return [];
  const changes = await reader().select({
    seq: change.seq, at: change.at, actorId: change.actorId, actor: actor.value, actorKind: change.actorKind, action: change.action, reason: change.reason,
  }).from(change).leftJoin(actor, and(eq(actor.ownerId, change.actorId), eq(actor.field, 'name')))
    .where(and(eq(change.noun, 'person'), eq(change.recordId, id))).orderBy(desc(change.seq)).limit(most);
  const rows = changes.length === 0 ? [] : await reader().select({ seq: revision.changeSeq, before: revision.before, after: revision.after }).from(revision)
    .where(and(eq(revision.tableName, 'grant_of_right'), inArray(revision.changeSeq, changes.map(({ seq }) => seq)))).orderBy(revision.seq);
  const of = (seq: number, side: 'before' | 'after') => rows.flatMap((row) => (row.seq === seq && row[side] ? [grantIn(row[side] as Held)] : []));
  return changes.map((one) => ({ ...one, given: of(one.seq, 'after'), taken: of(one.seq, 'before') }));
}

const most = 200;

type Held = { role: Role; scope_noun: Noun | null; scope_id: string | null; until: string | null };

function grantIn({ role, scope_noun: scopeNoun, scope_id: scopeId, until }: Held): PastGrant {
  return { role, scopeNoun, scopeId, until };
}

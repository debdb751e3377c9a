import { and, desc, eq, gte, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { outbox } from '#db/schema/outbox.ts';
import { personal } from '#db/schema/person.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { permits } from '#office/permission.ts';
import { linkCouldNotGo } from '#office/posting.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import { putIntoWords, type Worded } from './letter.ts';
import { isLetterKind, kinds, type LetterKind, type LetterState } from './mail.ts';

export const letterStates = ['failed', 'held', 'waits', 'sent', 'lapsed'] as const satisfies readonly LetterState[];

/** One letter as the outbox shows it: to whom and how it stands. What it says is its reader's. */
export type LetterLine = {
  readonly id: string; readonly kind: LetterKind; readonly state: LetterState; readonly to: string | null; readonly at: Date; readonly sentAt: Date | null;
  readonly nextAt: Date; readonly tries: number; readonly fault: string | null; readonly reply: number | null; readonly mayGo: boolean; readonly mayDrop: boolean;
};

/** Who may know which letters go out at all: whoever invites people. */
export function seesLetters(viewer: Viewer): viewer is Staff {
  return viewer.kind === 'staff' && permits(viewer, 'person.invite', null);
}

const name = alias(personal, 'letter_name');
const most = 200;

/** The newest letters in one state, at most two hundred; none for whoever may not know of them. */
export async function lettersIn(viewer: Viewer, state: LetterState): Promise<LetterLine[]> {
  if (!seesLetters(viewer)) return [];
  const rows = await reader().select({
    id: outbox.id, kind: outbox.kind, name: name.value, address: outbox.address, at: outbox.createdAt, sentAt: outbox.sentAt, nextAt: outbox.nextAt, tries: outbox.tries, fault: outbox.fault, reply: outbox.reply,
    opens: sql<boolean>`${outbox.sealed} is not null`,
  }).from(outbox).leftJoin(name, and(eq(name.ownerId, outbox.personId), eq(name.field, 'name'))).where(inState[state]).orderBy(desc(outbox.createdAt)).limit(most);
  return rows.flatMap(({ name: person, address, kind, opens, ...row }) => (isLetterKind(kind)
    ? [{ ...row, kind, state, to: person ?? address, mayGo: state !== 'sent' && row.fault !== 'linkDead' && row.fault !== 'broken' && (opens || !kinds[kind].opens), mayDrop: state === 'failed' || !kinds[kind].firm }] : []));
}

export async function letterCounts(viewer: Viewer): Promise<Record<LetterState, number>> {
  const none = { failed: 0, held: 0, waits: 0, sent: 0, lapsed: 0 };
  if (!seesLetters(viewer)) return none;
  const [row] = await reader().select(Object.fromEntries(letterStates.map((state) => [state, sql<number>`(count(*) filter (where ${inState[state]}))::int`])) as Record<LetterState, SQL<number>>).from(outbox);
  return row ?? none;
}

/** How many letters need somebody: refused, unclear, held since a restore, or tried in vain for an hour. */
export async function lettersInNeed(viewer: Viewer): Promise<number> {
  if (!seesLetters(viewer)) return 0;
  return reader().$count(outbox, or(inState.failed, inState.held, and(inState.waits, gte(outbox.tries, 6))));
}

/** Whether the next link for this person is shown to whoever makes it, since the last letter that was to bring one did not go. */
export async function isLinkStuck(viewer: Viewer, personId: string): Promise<boolean> {
  return seesLetters(viewer) && linkCouldNotGo(reader(), personId);
}

/** What was written to the viewer, newest first, as it reads; of a letter that opens something, only that it was written. */
export async function ownLetters(viewer: Staff, form: WrittenForm): Promise<(Worded & { id: string; at: Date; sentAt: Date | null })[]> {
  const rows = await reader().select({ id: outbox.id, kind: outbox.kind, at: outbox.createdAt, due: outbox.due, said: outbox.said, sentAt: outbox.sentAt }).from(outbox)
    .where(and(eq(outbox.personId, viewer.id), isNull(outbox.address))).orderBy(desc(outbox.createdAt)).limit(30);
  return rows.flatMap(({ id, kind, at, due, said, sentAt }) => (!isLetterKind(kind) ? []
    : [{ id, at, sentAt, ...putIntoWords({ kind, form, site: process.env.PUBLIC_URL ?? '', at, due, said, link: null }) }]));
}

const over = and(isNull(outbox.sentAt), isNotNull(outbox.endedAt));
const quietly = sql`${outbox.fault} in ('lapsed', 'linkDead', 'dropped')`;
const inState: Record<LetterState, SQL | undefined> = {
  sent: isNotNull(outbox.sentAt),
  held: and(isNull(outbox.sentAt), isNull(outbox.endedAt), isNotNull(outbox.heldAt)),
  waits: and(isNull(outbox.sentAt), isNull(outbox.endedAt), isNull(outbox.heldAt)),
  failed: and(over, sql`not ${quietly}`),
  lapsed: and(over, quietly),
};

import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { outbox } from '#db/schema/outbox.ts';
import { person, personal } from '#db/schema/person.ts';
import { oneTimeLink } from '#db/schema/session.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { aside } from '#office/change.ts';
import { decipher } from '#office/enciphered.ts';
import { isLetterKind, isPlainAddress, kinds, opening, type Fault } from './mail.ts';
import { putIntoWords, type Worded } from './letter.ts';

/** A letter that one instance has taken up: nobody else touches it for `lease` minutes. */
export type Taken = { readonly id: string; readonly messageId: string; readonly to: string; readonly form: WrittenForm } & Worded;
/** How handing a letter over ended. `unclear`: all of it went out, and no answer came back. `reply` is the other server's code. */
export type Ending = { readonly fault: Exclude<Fault, 'lapsed'> | null; readonly reply?: number };

/** Minutes; longer than a letter can take to be handed over (server/mailing/deliver.ts). */
const lease = 5;
/** A letter goes out again after an unclear ending once, and then waits for somebody to say so. */
const mostUnclear = 2;

/**
 * Takes up the letter that has waited longest, puts it into words and answers with it; null where none is due, `over` where it was found that it need not go. Two instances never
 * hold one letter; one whose holder died is taken up again when the lease is over.
 */
export async function takeUp(): Promise<Taken | 'over' | null> {
  return aside(async (db) => {
    const { rows: [next] } = await db.execute<{ id: string }>(sql`select id from outbox where sent_at is null and ended_at is null and held_at is null and next_at <= now()
      order by next_at, created_at limit 1 for update skip locked`);
    if (!next) return null;
    // A letter that was begun and not settled is one whose sender died after it had begun to hand it over.
    const [row] = await db.update(outbox).set({
      tries: sql`${outbox.tries} + 1`, nextAt: sql`now() + ${lease} * interval '1 minute'` as never, begunAt: null,
      unclear: sql`${outbox.unclear} + (${outbox.begunAt} is not null)::int`,
    }).where(eq(outbox.id, next.id)).returning();
    if (!row) return null;
    const end = async (fault: Fault) => {
      await db.update(outbox).set({ endedAt: sql`now()` as never, sealed: null, fault }).where(eq(outbox.id, row.id));
      return 'over' as const;
    };
    if (row.unclear >= mostUnclear) return end('unclear');
    if (!isLetterKind(row.kind)) return end('broken');
    const reader = await recipient(db, row.personId);
    const to = row.address ?? reader.address;
    if (to === null || !isPlainAddress(to)) return end('noAddress');
    const link = kinds[row.kind].opens ? await openLink(db, row) : null;
    if (kinds[row.kind].opens && !link) return end('linkDead');
    const site = process.env.PUBLIC_URL ?? '';
    const { form } = reader;
    const worded = putIntoWords({
      kind: row.kind, form, site, at: row.createdAt, due: row.due, said: row.said, link: link && { address: `${site}/${form}/sign-in/link/${link.secret}`, until: link.until },
    });
    return { id: row.id, messageId: row.messageId, to, form, ...worded };
  });
}

/** Notes, before its first byte goes, that a letter is being handed over: whoever finds it so later does not know whether it arrived. False where it was taken from us. */
export async function beginHandover(id: string): Promise<boolean> {
  const rows = await aside((db) => db.update(outbox).set({ begunAt: sql`now()` as never, nextAt: sql`now() + ${lease} * interval '1 minute'` as never })
    .where(and(eq(outbox.id, id), isNull(outbox.sentAt), isNull(outbox.endedAt), isNull(outbox.heldAt))).returning({ id: outbox.id }));
  return rows.length === 1;
}

/** Notes how it ended: gone, refused for good, or to be tried again, after one minute, then two, then four, and never less often than hourly. */
export async function settle(id: string, { fault, reply }: Ending): Promise<void> {
  const gone = { sealed: null, fault, reply: reply ?? null, begunAt: null };
  const unclear = fault === 'unclear' ? 1 : 0;
  const again = sql`now() + least(3600, 60 * power(2, least(${outbox.tries}, 10) - 1)) * interval '1 second'`;
  const isOver = sql`${outbox.unclear} + ${unclear} >= ${mostUnclear}`;
  await aside((db) => db.update(outbox).set(
    fault === null ? { ...gone, sentAt: sql`now()` as never }
      : fault === 'refused' || fault === 'broken' ? { ...gone, endedAt: sql`now()` as never }
        : {
          fault, reply: reply ?? null, begunAt: null, unclear: sql`${outbox.unclear} + ${unclear}`, nextAt: again as never,
          endedAt: sql`case when ${isOver} then now() end` as never, sealed: sql`case when ${isOver} then null else ${outbox.sealed} end` as never,
        },
  ).where(and(eq(outbox.id, id), isNull(outbox.sentAt), fault === null ? undefined : and(isNull(outbox.endedAt), isNull(outbox.heldAt)))));
}

/** Ends letters whose time is over, and empties those that would bring a link which opens nothing any more. Answers how many. */
export async function retire(): Promise<number> {
  return aside(async (db) => {
    const waits = and(isNull(outbox.sentAt), isNull(outbox.endedAt));
    const lapsed = await db.update(outbox).set({ endedAt: sql`now()` as never, sealed: null, fault: 'lapsed' }).where(and(waits, lt(outbox.lapsesAt, sql`now()`), isNull(outbox.begunAt))).returning({ id: outbox.id });
    const dead = await db.update(outbox).set({ endedAt: sql`now()` as never, sealed: null, fault: 'linkDead' })
      .where(and(waits, inArray(outbox.kind, opening), isNull(outbox.begunAt), sql`not exists (select from ${oneTimeLink} l where l.id = ${outbox.occasion} and l.used_at is null and l.expires_at > now())`)).returning({ id: outbox.id });
    return lapsed.length + dead.length;
  });
}

/** How long a letter that is over stays to be looked at, in days. */
const kept = 90;

/** Takes away letters that went, or were given up, longer ago than that. Answers how many. */
export async function sweepLetters(): Promise<number> {
  const old = sql`now() - ${kept} * interval '1 day'`;
  const swept = await aside((db) => db.delete(outbox).where(or(
    and(isNotNull(outbox.sentAt), lt(outbox.sentAt, old)), and(isNotNull(outbox.endedAt), lt(outbox.endedAt, old)),
  )).returning({ id: outbox.id }));
  return swept.length;
}

type Db = Parameters<Parameters<typeof aside>[0]>[0];

/** Where somebody reads their letters, and in which written form; whoever has no account any more reads none. */
async function recipient(db: Db, personId: string | null): Promise<{ address: string | null; form: WrittenForm }> {
  if (personId === null) return { address: null, form: 'sr-Cyrl' };
  const [row] = await db.select({ form: person.writtenForm, address: personal.value }).from(person)
    .leftJoin(personal, and(eq(personal.ownerId, person.id), eq(personal.field, 'email'))).where(eq(person.id, personId));
  return { address: row?.address ?? null, form: (row?.form ?? 'sr-Cyrl') as WrittenForm };
}

async function openLink(db: Db, { id, occasion, sealed }: { id: string; occasion: string | null; sealed: string | null }) {
  const secret = sealed && decipher(sealed, id);
  if (!secret || !occasion) return null;
  const [link] = await db.select({ until: oneTimeLink.expiresAt }).from(oneTimeLink)
    .where(and(eq(oneTimeLink.id, occasion), isNull(oneTimeLink.usedAt), sql`${oneTimeLink.expiresAt} > now()`));
  return link ? { secret, until: link.until } : null;
}

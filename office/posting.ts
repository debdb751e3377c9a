import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { outbox } from '#db/schema/outbox.ts';
import { encipher } from './enciphered.ts';
import { isPlainAddress, kinds, opening, type LetterKind } from './mail/mail.ts';
import type { Transaction } from './pen.ts';

/** One letter to one recipient. */
export type Letter = {
  readonly kind: LetterKind;
  /** The record that it is about: of an invitation, the person. */
  readonly recordId?: string;
  /** The ISO day in Belgrade that it is of, where the day is what makes it one letter and not two. */
  readonly due?: string;
  /** What else makes it another letter: the number of the change that it tells of. Of a link, its id is taken. */
  readonly occasion?: string;
  /** A person's address is looked up when the letter goes; `address` is for one that they had before, and for somebody outside. */
  readonly to: { readonly personId: string; readonly address?: string } | { readonly address: string };
  /** What it says besides what its kind says; no secrets, which belong into `link`. */
  readonly said?: Readonly<Record<string, unknown>>;
  /** The one-time link that it brings, by its id (the hash that the database keeps) and its secret. */
  readonly link?: { readonly id: string; readonly secret: string };
};

/** Whether letters go out at all. Where not, they stay in the outbox, and are read in the workspace. */
export function mailWorks(): boolean {
  return Boolean(process.env.MAIL_FROM);
}

/**
 * Puts a letter into the outbox, in the transaction of what it tells of: both stand, or neither. Gives its id; null where the same
 * letter (kind, record, day, occasion, recipient) is there already. Throws on an address that is none.
 */
export async function post(db: Transaction, { kind, recordId, due, occasion, to, said = {}, link }: Letter): Promise<string | null> {
  const id = randomUUID();
  if (to.address !== undefined && !isPlainAddress(to.address)) throw new Error('A letter was to go to what is no e-mail address.');
  const [posted] = await db.insert(outbox).values({
    id, messageId: `<${id}@${home()}>`, kind, recordId: recordId ?? null, due: due ?? null, occasion: link?.id ?? occasion ?? null,
    personId: 'personId' in to ? to.personId : null, address: to.address ?? null, said: { ...said },
    sealed: link ? encipher(link.secret, id) : null, lapsesAt: sql`now() + ${kinds[kind].days} * interval '1 day'` as never,
  }).onConflictDoNothing().returning({ id: outbox.id });
  return posted?.id ?? null;
}

/**
 * Whether the last letter that was to bring this person a link could not go: refused, or tried in vain. Then the next link is shown to
 * whoever makes it, since a person without a mailbox must get in too.
 */
export async function linkCouldNotGo(db: Pick<Transaction, 'select'>, personId: string): Promise<boolean> {
  const [last] = await db.select({ sentAt: outbox.sentAt, endedAt: outbox.endedAt, tries: outbox.tries, fault: outbox.fault }).from(outbox)
    .where(and(eq(outbox.personId, personId), inArray(outbox.kind, opening))).orderBy(desc(outbox.createdAt)).limit(1);
  if (!last || last.sentAt) return false;
  return last.endedAt ? !['linkDead', 'dropped'].includes(last.fault ?? '') : last.tries > 0 && last.fault !== null;
}

/** For whoever takes a person out of the register: what was written to them goes with them. */
export async function forgetLetters(db: Transaction, personId: string): Promise<void> {
  await db.delete(outbox).where(eq(outbox.personId, personId));
}

/** For whoever closes a person's links before they were used: letters that would bring them stay here. */
export async function recallLinks(db: Transaction, personId: string): Promise<void> {
  await db.update(outbox).set({ sealed: null, endedAt: sql`now()` as never, fault: 'linkDead' })
    .where(and(eq(outbox.personId, personId), sql`${outbox.sealed} is not null`, isNull(outbox.sentAt), isNull(outbox.endedAt)));
}

/** The right-hand side of Message-ID: the name under which readers know the register. */
function home(): string {
  return URL.parse(process.env.PUBLIC_URL ?? '')?.hostname || 'localhost';
}

import { and, eq, getTableName, or, sql } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { slugHistory } from '#db/schema/setting.ts';
import { toLatin } from '#messages/latin.ts';
import type { LocalText } from '#messages/local-text.ts';
import type { Transaction } from './pen.ts';

type Named = PgTable & { code: AnyPgColumn; slug: AnyPgColumn };

/** The next running number under a prefix (`NI-MOS` → `NI-MOS-004`); never one that was given before. */
export async function nextCode(db: Transaction, table: Named, prefix: string): Promise<string> {
  // Two drafts at once must not read the same last number: the prefix is locked until the change commits.
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${prefix}))`);
  const number = sql<number>`povelja_code_number(${table.code})`;
  const [last] = await db.select({ number }).from(table).where(sql`povelja_code_prefix(${table.code}) = ${prefix}`).orderBy(sql`${number} desc`).limit(1);
  return `${prefix}-${String((last?.number ?? 0) + 1).padStart(3, '0')}`;
}

/**
 * An ASCII slug from the Serbian text, or from the English one; a number is added where it is taken. An address that a
 * record had before is taken for good, since it leads there.
 */
export async function freeSlug(db: Transaction, table: Named, text: LocalText | null, fallback: string): Promise<string> {
  const wanted = slugOf(text) || slugOf(fallback);
  const noun = getTableName(table);
  await lockSlug(db, noun, wanted);
  // Only those that differ by a number: a long register has thousands of slugs that begin with the same word.
  const like = (slug: AnyPgColumn) => or(eq(slug, wanted), and(sql`${slug} like ${`${wanted}-%`}`, sql`substring(${slug} from ${wanted.length + 2}::int) ~ '^[0-9]{1,6}$'`));
  const taken = await db.select({ slug: sql<string>`slug` }).from(table).where(like(table.slug))
    .unionAll(db.select({ slug: sql<string>`slug` }).from(slugHistory).where(and(eq(slugHistory.noun, noun), like(slugHistory.slug))));
  const held = new Set(taken.map(({ slug }) => slug));
  let slug = wanted;
  for (let number = 2; held.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

/** Two records at once must not take the same slug: it is locked until the change commits. */
export async function lockSlug(db: Transaction, noun: string, slug: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`slug ${noun} ${slug}`}))`);
}

/** Lower-case ASCII words joined by hyphens, at most 80 characters. */
export function slugOf(text: LocalText | string | null): string {
  const plain = typeof text === 'string' ? text : text?.['sr-Cyrl']?.text ?? text?.['sr-Latn']?.text ?? text?.en?.text ?? '';
  return toLatin(plain).toLowerCase().replaceAll('đ', 'dj').normalize('NFKD').replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-').slice(0, 80).replaceAll(/^-+|-+$/g, '');
}

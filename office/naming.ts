import { and, eq, sql } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { slugHistory } from '#db/schema/setting.ts';
import { toLatin } from '#messages/latin.ts';
import type { LocalText } from '#messages/local-text.ts';
import type { Noun } from './permission.ts';
import type { Transaction } from './pen.ts';

type Named = PgTable & { code: AnyPgColumn; slug: AnyPgColumn };

/** The next running number under a prefix (`NI-MOS` → `NI-MOS-004`); never one that was given before. */
export async function nextCode(db: Transaction, table: Named, prefix: string): Promise<string> {
  // Two drafts at once must not read the same last number: the prefix is locked until the change commits.
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${prefix}))`);
  const [last] = await db.select({ number: sql<number>`coalesce(max(substring(${table.code} from '[0-9]+$')::int), 0)` })
    .from(table).where(sql`${table.code} ~ ${`^${prefix}-[0-9]+$`}`);
  return `${prefix}-${String(Number(last?.number ?? 0) + 1).padStart(3, '0')}`;
}

/** An ASCII slug from the Serbian text, or from the English one; a number is added where it is taken. */
export async function freeSlug(db: Transaction, table: Named, text: LocalText | null, fallback: string): Promise<string> {
  const wanted = slugOf(text) || slugOf(fallback);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const [taken] = await db.select({ slug: table.slug }).from(table).where(eq(table.slug, slug));
    if (!taken) return slug;
  }
}

/** Lower-case ASCII words joined by hyphens, at most 80 characters. */
export function slugOf(text: LocalText | string | null): string {
  const plain = typeof text === 'string' ? text : text?.['sr-Cyrl']?.text ?? text?.['sr-Latn']?.text ?? text?.en?.text ?? '';
  return toLatin(plain).toLowerCase().replaceAll('đ', 'dj').normalize('NFKD').replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-').slice(0, 80).replaceAll(/^-+|-+$/g, '');
}

/** The slug under which a record stands now that had this one before; null where none had. */
export async function slugNow(noun: Noun, old: string): Promise<string | null> {
  const [found] = await reader().select({ id: slugHistory.recordId }).from(slugHistory).where(and(eq(slugHistory.noun, noun), eq(slugHistory.slug, old)));
  if (!found) return null;
  const table = sql.identifier(noun);
  const { rows: [now] } = await reader().execute<{ slug: string }>(sql`select slug from ${table} where id = ${found.id} and publication = 'published'`);
  return now?.slug ?? null;
}

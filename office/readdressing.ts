import { and, eq, ne } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import * as z from 'zod';
import { slugHistory } from '#db/schema/setting.ts';
import { requiredLine } from '#office/entry/pieces.ts';
import { change, type Entered } from './change.ts';
import { lockSlug } from './naming.ts';
import type { Outcome } from './outcome.ts';
import type { Pen, RecordTable } from './pen.ts';
import type { Addressed } from './permission.ts';
import { act, type Register, type Which } from './publishing.ts';
import type { Viewer } from './viewer.ts';

/** A new address: lower-case ASCII words and numbers joined by hyphens, at most 80 characters. */
export const addressEntry = z.strictObject({
  slug: requiredLine(80).superRefine((slug, at) => {
    if (slug && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) at.addIssue({ code: 'custom', params: { rule: 'notASlug', values: {} } });
  }),
});
export type AddressEntry = z.output<typeof addressEntry>;
type Addressable = RecordTable & { slug: AnyPgColumn };

/**
 * Gives the record a new address. The old one stays the record's own for good and leads to the new one, if the public
 * ever knew it; going back to an address that it had takes that one out of the old ones. Refused where another record
 * stands at the address or stood there before.
 */
export function readdressRecord<T extends Addressable>(
  viewer: Viewer, register: Register<T> & { readonly noun: Addressed }, { entry: { slug }, ...which }: Which & { readonly entry: AddressEntry },
): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'readdress', which), async (pen, row) => {
    const { slug: old, publishedAt } = row as unknown as { slug: string; publishedAt: Date | null };
    if (slug === old) pen.refuse({ field: 'slug', rule: 'sameAddress' });
    await lockSlug(pen.db, register.noun, slug);
    if (await isTaken(pen, register, slug)) pen.refuse({ field: 'slug', rule: 'taken' });
    await pen.db.delete(slugHistory).where(and(eq(slugHistory.noun, register.noun), eq(slugHistory.slug, slug)));
    if (publishedAt) await pen.db.insert(slugHistory).values({ noun: register.noun, slug: old, recordId: pen.id });
    await pen.revise(register.table, { slug } as never);
  });
}

async function isTaken<T extends Addressable>(pen: Pen, { noun, table }: Register<T>, slug: string): Promise<boolean> {
  const now = await pen.db.$count(table, and(eq(table.slug, slug), ne(table.id, pen.id)));
  const before = await pen.db.$count(slugHistory, and(eq(slugHistory.noun, noun), eq(slugHistory.slug, slug), ne(slugHistory.recordId, pen.id)));
  return now + before > 0;
}

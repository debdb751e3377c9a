import { and, eq, ne } from 'drizzle-orm';
import { personal } from '#db/schema/person.ts';
import type { Pen } from './pen.ts';

export type PersonalField = (typeof personal.$inferSelect)['field'];

/**
 * Puts values of a person or a contact in the place of what stood; null erases one. They lie in a table of
 * their own, and the ledger holds their salted hash, so that erasing leaves its chain whole (SAFETY section 3).
 */
export async function writePersonal(pen: Pen, ownerId: string, values: Partial<Record<PersonalField, string | null>>): Promise<void> {
  for (const [field, value] of Object.entries(values) as [PersonalField, string | null][]) {
    if (value === null) await pen.db.delete(personal).where(and(eq(personal.ownerId, ownerId), eq(personal.field, field)));
    else {
      await pen.db.insert(personal).values({ ownerId, field, value })
        .onConflictDoUpdate({ target: [personal.ownerId, personal.field], set: { value }, setWhere: ne(personal.value, value) });
    }
  }
}

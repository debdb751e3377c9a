import { eq, sql } from 'drizzle-orm';
import { grantOfRight, person, type Role } from '#db/schema/person.ts';
import type { Transaction } from '#office/pen.ts';

/** The roles for which the office's settings require a second factor (`second_factor_admin`, `second_factor_publisher`). */
export const rolesThatMustHaveOne = sql<Role[]>`(select coalesce(array_agg(replace(key, 'second_factor_', '')), '{}') from setting where key in ('second_factor_admin', 'second_factor_publisher') and value = 'true'::jsonb)`;

/** Whether one of the person's roles, as it holds on `today` (ISO day), requires a second factor. */
export async function mustHaveOne(db: Transaction, personId: string, today: string): Promise<boolean> {
  const rows = await db.select({ role: grantOfRight.role }).from(grantOfRight)
    .where(sql`${grantOfRight.personId} = ${personId} and coalesce(${grantOfRight.until} >= ${today}, true) and array[${grantOfRight.role}] <@ ${rolesThatMustHaveOne}`).limit(1);
  return rows.length > 0;
}

/** Whether the person has a second factor; also asked inside a change. */
export async function hasSecondFactor(db: Pick<Transaction, 'select'>, personId: string): Promise<boolean> {
  const [held] = await db.select({ since: person.secondFactorSince }).from(person).where(eq(person.id, personId));
  return Boolean(held?.since);
}

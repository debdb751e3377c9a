import { and, eq, exists, sql } from 'drizzle-orm';
import { milestone } from '#db/schema/milestone.ts';
import { obligation } from '#db/schema/obligation.ts';
import type { Pen } from './pen.ts';

type Row = Partial<Omit<typeof obligation.$inferInsert, 'id'>> & { readonly id?: string | null };

/**
 * Puts the duties of a long form in the place of those that its record had. What such a form does not show of a duty (who
 * keeps it, what its milestones are) stays as it is; a duty that milestones were laid down for is not struck, since they
 * would lose what they are of: it is said to be done, or waived.
 */
export async function replaceDuties(pen: Pen, owner: 'agreementId' | 'membershipId', rows: readonly Row[]): Promise<void> {
  const held = await pen.db.select({ duty: obligation, isLaid: sql<boolean>`${exists(pen.db.select({ one: sql`1` }).from(milestone).where(eq(milestone.obligationId, obligation.id)))}` })
    .from(obligation).where(and(eq(obligation[owner], pen.id)));
  const wanted = rows.map(({ id, ...row }) => {
    const before = held.find(({ duty }) => duty.id === id)?.duty;
    return before ? { ...before, ...row } : row;
  });
  const kept = new Set(rows.map(({ id }) => id));
  if (held.some(({ duty, isLaid }) => isLaid && !kept.has(duty.id))) pen.refuse({ field: 'obligations', rule: 'dutyHasMilestones' });
  await pen.replaceParts(obligation, obligation[owner], wanted);
}

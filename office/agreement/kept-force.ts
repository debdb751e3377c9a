import { eq, type InferSelectModel } from 'drizzle-orm';
import type { FuzzyDate } from '#db/columns.ts';
import { agreementParty, type agreement } from '#db/schema/agreement.ts';
import type { Pen } from '#office/pen.ts';
import { actsBy } from './acts.ts';
import { signs, type Facts, type Party, type Terms } from './agreement.ts';
import { force } from './force.ts';
import { situationOf } from './situation.ts';

type Row = InferSelectModel<typeof agreement>;

/**
 * Since when the hands of its parties, or the consent that came after them, have carried the agreement into force; null where
 * something else did, or nobody knows the day. None of these acts lies ahead, so they all count.
 */
export function forceByHands(facts: Facts): FuzzyDate | null {
  const day = '9999-12-31';
  const entered = force(facts, actsBy(facts.acts, day), day);
  const byHands = entered.holds && (entered.by === 'signature' || entered.by === 'consent') && facts.parties.filter(signs).length > 1;
  return byHands ? entered.on : null;
}

/** Whether a party that joins finds the agreement in force: one that nobody has checked or published is still being put together. */
export function isSettled({ publication, verification }: Pick<Row, 'publication' | 'verification'>): boolean {
  return publication !== 'draft' || verification !== 'unverified';
}

type Joining = { readonly organisationId: string; readonly side: Party['side']; readonly role: string };

/**
 * What the agreement's own columns must say once these are its parties. Who joins one that is in force neither undoes that nor
 * shifts its term: the day since which it holds was told by the hands of the others alone, and from now on its terms say it.
 * Nothing where no such party comes, or where the same change states the terms otherwise (`stated`).
 */
export async function keptForce(pen: Pen, row: Row, parties: readonly Joining[], stated: Pick<Terms, 'inForceRule' | 'validFrom'>): Promise<{ validFrom?: FuzzyDate }> {
  const before = await situationOf(pen.db, row);
  const since = forceByHands(before);
  if (since === null || !isSettled(row) || stated.validFrom || stated.inForceRule !== row.inForceRule) return {};
  const held = await pen.db.select().from(agreementParty).where(eq(agreementParty.agreementId, row.id));
  const after = parties.map((one, place) => {
    const same = held.find(({ organisationId, role }) => organisationId === one.organisationId && role === one.role);
    return { id: same?.id ?? `joins ${place}`, side: one.side, role: one.role as Party['role'], signatory: null };
  });
  return after.some(({ id }) => id.startsWith('joins')) && forceByHands({ ...before, parties: after })?.edtf !== since.edtf ? { validFrom: since } : {};
}

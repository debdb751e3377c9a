import { eq } from 'drizzle-orm';
import { agreementParty } from '#db/schema/agreement.ts';
import { byActs } from '#office/acts-meanwhile.ts';
import { change, type Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import { act, type Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import type { SignatureEntry } from './act-entry.ts';
import { actOf } from './acts.ts';
import { mayFollow } from './moves.ts';
import { paperBehind } from './paper.ts';
import { enter, refuseEntered, refuseFuture, refuseOutOfOrder, refuseStrangerParty } from './record-act.ts';
import { register, situationOf } from './situation.ts';

/**
 * Enters the signature of one party, with its date as exact as the act says, and who signed in which office.
 * Refused with what stands in the way at `partyId` (`consentMissing`, `notAuthorised`, `actTwice` …), with `actOutOfOrder`
 * where our hand would be dated before the consent that the law asks for first.
 */
export function sign(viewer: Viewer, { entry, today, ...which }: Which & { entry: SignatureEntry; today: string }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'sign', byActs(which, entry.known)), async (pen, row) => {
    const { partyId, signatory, signatoryOffice, on, place, note, known } = entry;
    const situation = await situationOf(pen.db, row);
    refuseStrangerParty(pen, partyId, situation.parties);
    await refuseEntered(pen, { kind: 'signature', partyId, known }, situation.rows, mayFollow('signature', situation, today), 'partyId');
    if (actOf(situation.acts, 'signature', partyId)) pen.refuse({ field: 'partyId', rule: 'actTwice' });
    refuseFuture(pen, { kind: 'signature', on }, today);
    refuseOutOfOrder(pen, { kind: 'signature', on, partyId }, situation, today);
    const documentId = await paperBehind(pen, entry, 'agreement_text');
    await enter(pen, row, [...situation.rows, { kind: 'signature', on, partyId, documentId, note }], place ? { signedAt: place } : {});
    const parties = await pen.db.select().from(agreementParty).where(eq(agreementParty.agreementId, pen.id)).orderBy(agreementParty.position);
    await pen.replaceParts(agreementParty, agreementParty.agreementId,
      parties.map((party) => (party.id === partyId ? { ...party, signatory, signatoryOffice } : party)));
  });
}

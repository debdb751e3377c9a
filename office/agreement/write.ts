import { eq } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { agreement, agreementParty } from '#db/schema/agreement.ts';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from '#office/change.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Issue, Outcome } from '#office/outcome.ts';
import { act, correction, publishRecord, reviseRecord, verifyRecord, withdrawRecord, type Which } from '#office/publishing.ts';
import { readdressRecord } from '#office/readdressing.ts';
import { englishOrWaiver, missing } from '#office/ready.ts';
import type { Viewer } from '#office/viewer.ts';
import type { BroughtAct } from './act-entry.ts';
import { addMissingActs } from './acts-brought.ts';
import { codePrefix } from './agreement.ts';
import type { AgreementEntry, PartyEntry } from './entry.ts';
import { keptForce } from './kept-force.ts';
import { columnsOf, refuseUnseen, writeParts } from './parts.ts';
import { register } from './situation.ts';

/** Permanent names that only the seed may give. */
export type Given = { readonly code?: string; readonly slug?: string };
/** Acts come with a table alone. */
type Acted = { readonly acts?: readonly BroughtAct[] };

/** Enters a new agreement as the viewer's draft; a table that brings it with what is known of its acts lays them down at once. */
export function draft(viewer: Viewer, { entry: { acts = [], ...entry }, requestId, given, today }: { entry: AgreementEntry & Acted; requestId?: string; given?: Given; today?: string }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'agreement.draft', table: agreement, requestId }, async (pen) => {
    await refuseUnseen(pen, entry);
    const code = given?.code ?? await nextCode(pen.db, agreement, codePrefix(entry.type));
    const slug = given?.slug ?? await freeSlug(pen.db, agreement, entry.title, code);
    await pen.draft(agreement, { ...columnsOf(entry), code, slug });
    await writeParts(pen, entry);
    await addMissingActs(pen, acts, { today });
  });
}

/**
 * Puts the entry in the place of what stood; on a published record it is a visible correction at once. A party
 * that acts stand under cannot be left out (`partyHasActs`). Acts themselves are recorded, never revised: a table that brings
 * some adds those that are missing.
 */
export function revise(viewer: Viewer, { entry: { acts = [], ...entry }, ...which }: Which & { entry: AgreementEntry & Acted }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, ready, async (pen, row) => {
    await refuseUnseen(pen, entry);
    await pen.revise(agreement, { ...columnsOf(entry), ...correction(row), ...await keptForce(pen, row, entry.parties, entry) });
    await writeParts(pen, entry);
    await addMissingActs(pen, acts, { verification: row.verification, today: which.today });
  });
}

/** Adds one party behind the others; an agreement that was in force by the hands of these stays so. */
export function addParty(viewer: Viewer, { entry, ...which }: Which & { entry: PartyEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'addParty', which), async (pen, row) => {
    await refuseUnseen(pen, { parties: [entry] }, (field) => field.replace('parties.0.', ''));
    const held = await pen.db.select().from(agreementParty).where(eq(agreementParty.agreementId, pen.id)).orderBy(agreementParty.position);
    if (held.some((party) => party.organisationId === entry.organisationId && party.role === entry.role)) pen.refuse({ field: 'organisationId', rule: 'twice' });
    const parties = [...held, entry];
    await pen.revise(agreement, { ...correction(row), ...await keptForce(pen, row, parties, row) });
    await pen.replaceParts(agreementParty, agreementParty.agreementId, parties);
  });
}

export function publish(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return publishRecord(viewer, register, which, ready);
}

export function withdraw(viewer: Viewer, which: Which & { reason: LocalText }): Promise<Outcome<Entered>> {
  return withdrawRecord(viewer, register, which);
}

export function verify(viewer: Viewer, which: Parameters<typeof verifyRecord>[2]): Promise<Outcome<Entered>> {
  return verifyRecord(viewer, register, which);
}

export function readdress(viewer: Viewer, which: Parameters<typeof readdressRecord>[2]): Promise<Outcome<Entered>> {
  return readdressRecord(viewer, register, which);
}

/** What publishing demands: title, type, procedure, at least two parties, one source; never a date (DOMAIN section 3). */
export async function ready(row: typeof agreement.$inferSelect, db: Pick<Reader, '$count'>): Promise<Issue[]> {
  const parties = await db.$count(agreementParty, eq(agreementParty.agreementId, row.id));
  return [
    ...missing('title', row.title?.[row.title.origin]),
    ...missing('type', row.type),
    ...missing('procedure', row.procedure),
    ...(parties < 2 ? [{ field: 'parties', rule: 'partiesMissing' }] : []),
    ...missing('sources', row.sources),
    ...englishOrWaiver(row, 'title', row.title),
    ...englishOrWaiver(row, 'summary', row.summary),
  ];
}

/** The same as the gate and the checklist ask for it. */
export const demands = ready;

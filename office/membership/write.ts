import { eq, inArray } from 'drizzle-orm';
import { membership, membershipAct, representative } from '#db/schema/membership.ts';
import { obligation } from '#db/schema/obligation.ts';
import { organisation } from '#db/schema/organisation.ts';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from '#office/change.ts';
import { replaceDuties } from '#office/duties.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Issue, Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { correction, publishRecord, reviseRecord, verifyRecord, withdrawRecord, type Which } from '#office/publishing.ts';
import { englishOrWaiver, missing } from '#office/ready.ts';
import { unseen } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import type { MembershipEntry, MembershipWithActs } from './entry.ts';
import { arrange } from './membership.ts';
import { addMissingActs } from './record-act.ts';
import { isOver, refuseSecond } from './second.ts';
import { register } from './register.ts';

/** Permanent names that only the seed may give. */
export type Given = { readonly code?: string; readonly slug?: string };

/**
 * Enters a new membership as the viewer's draft; whoever brings it with what is known of its acts lays them down at once.
 * Refused with `secondMembership` where one of the same member in the same network is running.
 */
export function draft(viewer: Viewer, { entry, requestId, given, today }: { entry: MembershipEntry | MembershipWithActs; requestId?: string; given?: Given; today?: string }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'membership.draft', table: membership, requestId }, async (pen) => {
    await refuseUnseen(pen, entry, []);
    const { acts, representatives, obligations, ...columns } = { acts: [], ...entry };
    if (!isOver(acts, today)) await refuseSecond(pen, entry, today, 'seen');
    const code = given?.code ?? await nextCode(pen.db, membership, 'NI-CLA');
    const slug = given?.slug ?? await slugFor(pen, entry, code);
    await pen.draft(membership, { ...columns, code, slug });
    await pen.replaceParts(membershipAct, membershipAct.membershipId, arrange(acts).map(withoutEmptyId));
    await writeParts(pen, { representatives, obligations });
  });
}

/**
 * Puts the entry in the place of what stood; on a published record it is a visible correction at once. Acts are recorded
 * or struck, never revised: a table that brings some adds those that are missing (`actStands` where one has another date).
 */
export function revise(viewer: Viewer, { entry, ...which }: Which & { entry: MembershipEntry | MembershipWithActs }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, demands, async (pen, row) => {
    const stood = await pen.db.select({ organisationId: obligation.organisationId }).from(obligation).where(eq(obligation.membershipId, row.id));
    await refuseUnseen(pen, entry, [row.networkId, row.memberId, ...stood.map(({ organisationId }) => organisationId)]);
    const { acts, representatives, obligations, ...columns } = { acts: [], ...entry };
    if (entry.networkId !== row.networkId || entry.memberId !== row.memberId) await refuseSecond(pen, entry, which.today, 'seen');
    await pen.revise(membership, { ...columns, ...correction(row) });
    await addMissingActs(pen, acts, { between: entry, verification: row.verification, today: which.today });
    await writeParts(pen, { representatives, obligations });
  });
}

export function publish(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return publishRecord(viewer, register, which, demands);
}

export function withdraw(viewer: Viewer, which: Which & { reason: LocalText }): Promise<Outcome<Entered>> {
  return withdrawRecord(viewer, register, which);
}

export function verify(viewer: Viewer, which: Parameters<typeof verifyRecord>[2]): Promise<Outcome<Entered>> {
  return verifyRecord(viewer, register, which);
}

/** What publishing demands: network, member, one source (DOMAIN section 3). */
export function ready(row: typeof membership.$inferSelect): Issue[] {
  return [
    ...missing('networkId', row.networkId),
    ...missing('memberId', row.memberId),
    ...missing('sources', row.sources),
    ...englishOrWaiver(row, 'benefit', row.benefit),
    ...englishOrWaiver(row, 'legalBasis', row.legalBasis),
  ];
}

/** The same as the gate and the checklist ask for it. */
export const demands = async (row: typeof membership.$inferSelect) => ready(row);

async function refuseUnseen(pen: Pen, { networkId, memberId, obligations }: MembershipEntry, stood: readonly (string | null)[]): Promise<void> {
  const noun = 'organisation' as const;
  const issues = await unseen(pen.db, pen.viewer, [
    { field: 'networkId', noun, id: networkId },
    { field: 'memberId', noun, id: memberId },
    ...obligations.map(({ organisationId }, place) => ({ field: `obligations.${place}.organisationId`, noun, id: organisationId })),
  ], stood);
  if (issues.length) pen.refuse(...issues);
  if (!networkId) return;
  const [named] = await pen.db.select({ kind: organisation.kind }).from(organisation).where(eq(organisation.id, networkId));
  if (named?.kind !== 'network') pen.refuse({ field: 'networkId', rule: 'notANetwork' });
}

async function writeParts(pen: Pen, { representatives, obligations }: Pick<MembershipEntry, 'representatives' | 'obligations'>): Promise<void> {
  await pen.replaceParts(representative, representative.membershipId, representatives.map(withoutEmptyId));
  await replaceDuties(pen, 'membershipId', obligations);
}

function withoutEmptyId<T extends { id: string | null }>({ id, ...row }: T): Omit<T, 'id'> & { id?: string } {
  return { ...row, ...(id ? { id } : {}) };
}

/** `nis-ecad`: the member's slug without its form of government, then the network's; the code where one is missing. */
async function slugFor(pen: Pen, { networkId, memberId }: MembershipEntry, code: string): Promise<string> {
  const named = [networkId, memberId].filter((id) => id !== null);
  const rows = named.length ? await pen.db.select({ id: organisation.id, slug: organisation.slug }).from(organisation).where(inArray(organisation.id, named)) : [];
  const slugOf = (id: string | null) => rows.find((row) => row.id === id)?.slug;
  const [network, member] = [slugOf(networkId), slugOf(memberId)?.replace(/^(grad|opstina)-/, '')];
  return freeSlug(pen.db, membership, null, network && member ? `${member}-${network}` : code);
}

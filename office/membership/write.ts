import { eq, inArray } from 'drizzle-orm';
import { membership, membershipAct, representative } from '#db/schema/membership.ts';
import { obligation } from '#db/schema/obligation.ts';
import { organisation } from '#db/schema/organisation.ts';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from '#office/change.ts';
import { replaceDuties } from '#office/duties.ts';
import { fuzzyIsAfter } from '#office/fuzzy-date.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Issue, Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { act, correction, publishRecord, reviseRecord, verifyRecord, withdrawRecord, type Which } from '#office/publishing.ts';
import { englishOrWaiver, missing } from '#office/ready.ts';
import { unseen } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import type { MembershipActEntry, MembershipEntry } from './entry.ts';
import { arrange, faultsOf, possibleActs } from './membership.ts';

const register = { noun: 'membership', table: membership } as const;

/** Permanent names that only the seed may give. */
export type Given = { readonly code?: string; readonly slug?: string };

/** Enters a new membership as the viewer's draft. */
export function draft(viewer: Viewer, { entry, requestId, given }: { entry: MembershipEntry; requestId?: string; given?: Given }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'membership.draft', table: membership, requestId }, async (pen) => {
    await refuseUnseen(pen, entry, []);
    const { acts, representatives, obligations, ...columns } = entry;
    const code = given?.code ?? await nextCode(pen.db, membership, 'NI-CLA');
    const slug = given?.slug ?? await slugFor(pen, entry, code);
    await pen.draft(membership, { ...columns, code, slug });
    await writeParts(pen, { acts, representatives, obligations });
  });
}

/** Puts the entry in the place of what stood; on a published record it is a visible correction at once. */
export function revise(viewer: Viewer, { entry, ...which }: Which & { entry: MembershipEntry }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, demands, async (pen, row) => {
    const stood = await pen.db.select({ organisationId: obligation.organisationId }).from(obligation).where(eq(obligation.membershipId, row.id));
    await refuseUnseen(pen, entry, [row.networkId, row.memberId, ...stood.map(({ organisationId }) => organisationId)]);
    const { acts, representatives, obligations, ...columns } = entry;
    await pen.revise(membership, { ...columns, ...correction(row) });
    await writeParts(pen, { acts, representatives, obligations });
  });
}

/**
 * Records one act: the next move of the membership's life, or an earlier one that was found since. Refused with
 * `actNotPossible` where the state does not allow it, `inFuture` where it lies after `today` (only an end may be set
 * ahead), `actOutOfOrder` where its date contradicts an act on record.
 */
export function recordAct(viewer: Viewer, { entry, today, ...which }: Which & { entry: MembershipActEntry; today: string }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'recordAct', which), async (pen) => {
    const held = await pen.db.select().from(membershipAct).where(eq(membershipAct.membershipId, pen.id)).orderBy(membershipAct.position);
    if (!possibleActs(held, today).includes(entry.kind)) pen.refuse({ field: 'kind', rule: 'actNotPossible' });
    if (entry.kind !== 'ended' && entry.on && fuzzyIsAfter(entry.on, today)) pen.refuse({ field: 'on.year', rule: 'inFuture', values: { today } });
    const acts = [...held, entry];
    const [fault] = faultsOf(acts);
    if (fault) pen.refuse({ field: 'on.year', rule: fault.rule });
    await pen.revise(membership, {});
    await pen.replaceParts(membershipAct, membershipAct.membershipId, arrange(acts));
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

async function writeParts(pen: Pen, { acts, representatives, obligations }: Pick<MembershipEntry, 'acts' | 'representatives' | 'obligations'>): Promise<void> {
  await pen.replaceParts(membershipAct, membershipAct.membershipId, arrange(acts).map(withoutEmptyId));
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

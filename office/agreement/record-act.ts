import { eq, type InferInsertModel } from 'drizzle-orm';
import { agreement, agreementAct, agreementParty } from '#db/schema/agreement.ts';
import { change, type Entered } from '#office/change.ts';
import { fuzzyIsAfter } from '#office/fuzzy-date.ts';
import { anyMeanwhile, byActs, enteredIssue, sameMeanwhile, type Meant } from '#office/acts-meanwhile.ts';
import { done, type Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { act, correction, type Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import type { StrikeEntry } from '#office/entry/pieces.ts';
import type { ActEntry, OldActEntry } from './act-entry.ts';
import { actOf, actsBy, placeOf } from './acts.ts';
import { ahead, signs, type Act, type ActKind, type Party } from './agreement.ts';
import { carry } from './carry.ts';
import { mayFollow, type Situation, type Unmet } from './moves.ts';
import { isOutOfOrder } from './out-of-order.ts';
import { paperBehind } from './paper.ts';
import { carrierOf, documentOf } from './papers.ts';
import { roundOf } from './preparation.ts';
import { register, situationOf } from './situation.ts';
import { standingOn } from './standing.ts';

type Dated = Which & { readonly today: string };

/** `otherId` is the agreement that carries the act, where one was begun or chosen. */
export type Recorded = Entered & { readonly otherId: string | null };

/**
 * Records an act that follows now, with its document and, for an amendment, a renewal or a replacement, with the agreement
 * that carries it. Refused with every unmet condition of DOMAIN section 3 at `kind`; with `inFuture` where it lies after
 * `today`, since only what takes effect on a named day may be entered ahead of it; with `actNotThen` where it was not possible
 * on its own day, with `actOutOfOrder` where its date contradicts the acts on record; with `actEntered` where somebody entered
 * the same act while the form was open.
 */
export async function recordAct(viewer: Viewer, { entry, today, ...which }: Dated & { entry: ActEntry }): Promise<Outcome<Recorded>> {
  let otherId: string | null = null;
  const outcome = await change(viewer, act(register, 'recordAct', byActs(which, entry.known)), async (pen, row) => {
    const held = await situationOf(pen.db, row);
    const { kind, on, number, session, body, gazette, partyId, areas, budgetLine, note } = entry;
    const situation = { ...held, retentionCategory: entry.retentionCategory ?? held.retentionCategory, hasSuccessor: held.hasSuccessor || entry.other !== null };
    await refuseEntered(pen, entry, held.rows, mayFollow(kind, situation, today));
    refuseFuture(pen, entry, today);
    refuseStrangerParty(pen, partyId, held.parties);
    if (mayFollow(kind, situation, today, on).length) pen.refuse({ field: 'on.year', rule: 'actNotThen' });
    refuseUnsaid(pen, entry, situation, today);
    refuseOutOfOrder(pen, entry, situation, today);
    const documentId = await paperBehind(pen, entry, documentOf(kind, situation.terms.procedure));
    await enter(pen, row, [...held.rows, { kind, on, number, session, body, gazette, partyId, documentId, areas, budgetLine, note }],
      entry.retentionCategory ? { retentionCategory: entry.retentionCategory } : {});
    if (entry.signatory) await nameSignatory(pen, entry, held.parties);
    const tie = carrierOf(kind);
    if (tie) otherId = await carry(pen, row, tie, entry);
  });
  return outcome.done ? done({ ...outcome.value, otherId }) : outcome;
}

/**
 * Enters an act of the past that a source tells of, without the guards of a new one: an old record begins at the
 * last act that is known, its date unknown if need be, and what is missing shows as a gap. Only while the record
 * is unverified (`onlyUnverified`).
 */
export function recordOldAct(viewer: Viewer, { entry, today, ...which }: Dated & { entry: OldActEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'recordAct', which), async (pen, row) => {
    if (row.verification !== 'unverified') pen.refuse({ field: 'kind', rule: 'onlyUnverified' });
    const situation = await situationOf(pen.db, row);
    refuseFuture(pen, entry, today);
    refuseStrangerParty(pen, entry.partyId, situation.parties);
    const same = situation.acts.some(({ kind, partyId, on }) => kind === entry.kind && partyId === entry.partyId && on?.edtf === entry.on?.edtf);
    if (same) pen.refuse({ field: 'kind', rule: 'actTwice' });
    const place = placeOf(situation.acts, entry);
    await enter(pen, row, [...situation.rows.slice(0, place), entry, ...situation.rows.slice(place)]);
  });
}

/**
 * Takes out an act that was entered in error; the ledger keeps what it was and why it went. Whoever may revise the
 * agreement may do so: out of what the public reads, a publisher alone.
 */
export function strikeAct(viewer: Viewer, { entry, ...which }: Which & { entry: StrikeEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'revise', which, entry.reason), async (pen, row) => {
    const { rows } = await situationOf(pen.db, row);
    const left = rows.filter(({ id }) => id !== entry.actId);
    if (left.length === rows.length) pen.refuse({ field: '', rule: 'notFound' });
    await pen.revise(agreement, correction(row));
    await pen.replaceParts(agreementAct, agreementAct.agreementId, left);
  });
}

type ActRow = InferInsertModel<typeof agreementAct>;

/** Puts these in the place of the acts that the agreement has, and writes `columns` of its own. */
export async function enter(pen: Pen, row: unknown, acts: readonly Omit<ActRow, 'agreementId'>[], columns: object = {}): Promise<void> {
  await pen.revise(agreement, { ...columns, ...correction(row) });
  await pen.replaceParts(agreementAct, agreementAct.agreementId, acts);
}

export function refuseFuture(pen: Pen, { kind, on }: Pick<OldActEntry, 'kind' | 'on'>, today: string): void {
  if (on && !ahead.includes(kind) && fuzzyIsAfter(on, today)) pen.refuse({ field: 'on.year', rule: 'inFuture', values: { today } });
}

/** An act that would change nothing, or that breaks the law's order, has another date. */
export function refuseOutOfOrder(pen: Pen, fresh: Pick<Act, 'kind' | 'on' | 'partyId'>, situation: Situation, today: string): void {
  if (isOutOfOrder(situation, fresh, today)) pen.refuse({ field: 'on.year', rule: 'actOutOfOrder' });
}

export function refuseStrangerParty(pen: Pen, partyId: string | null, parties: readonly { readonly id: string }[]): void {
  if (partyId !== null && !parties.some(({ id }) => id === partyId)) pen.refuse({ field: 'partyId', rule: 'notFound' });
}

/**
 * Refuses what stands in the way. Where another entered the same act while the form was open, or one that closed the way
 * to it, that is what is said: which act, by whom and when.
 */
export async function refuseEntered(pen: Pen, meant: Meant & { readonly known: readonly string[] | null }, rows: readonly (ActRow & { id: string })[], unmet: readonly Unmet[], field = 'kind'): Promise<void> {
  const held = rows.map(({ id, kind, partyId }) => ({ id, kind, partyId: partyId ?? null }));
  const same = sameMeanwhile(held, meant, meant.known);
  if (same) pen.refuse(await enteredIssue(pen.db, 'actEntered', 'agreement_act', same.id));
  if (unmet.length === 0) return;
  const other = anyMeanwhile(held, meant.known);
  if (other) pen.refuse(await enteredIssue(pen.db, 'actMeanwhile', 'agreement_act', other.id));
  pen.refuse(...unmet.map((issue) => ({ field: saidAt[issue.rule] ?? field, ...issue })));
}

/** What the act's own form asks for is said where it asks. */
const saidAt: Partial<Record<Unmet['rule'], string>> = { successorMissing: 'other', retentionMissing: 'retentionCategory' };

/** What only the record can tell that the paper must say: whose assembly decided, and why the text is drafted anew. */
function refuseUnsaid(pen: Pen, { kind, partyId, note }: ActEntry, situation: Situation, today: string): void {
  const deciding = kind === 'council_decision' && situation.terms.procedure === 'domestic_intermunicipal';
  if (deciding && partyId === null) pen.refuse({ field: 'partyId', rule: 'required' });
  if (partyId !== null && ofOneParty.includes(kind) && actOf(roundOf(actsBy(situation.acts, today)), kind, partyId)) pen.refuse({ field: 'partyId', rule: 'actTwice' });
  const anew = kind === 'drafting_started' && standingOn(situation, today).state !== 'initiative';
  if (anew && !note) pen.refuse({ field: 'note.sr-Cyrl', rule: 'required' });
}

const ofOneParty: readonly ActKind[] = ['council_decision', 'party_withdrawal'];

/** Enters whom the decision or the authorisation names, under the party that it names or under our only one. */
async function nameSignatory(pen: Pen, { partyId, signatory, signatoryOffice }: ActEntry, parties: readonly Party[]): Promise<void> {
  const ours = parties.filter((party) => party.side === 'us' && signs(party));
  const named = partyId ?? (ours.length === 1 ? ours[0]?.id : undefined);
  if (!named) pen.refuse({ field: 'partyId', rule: 'required' });
  const held = await pen.db.select().from(agreementParty).where(eq(agreementParty.agreementId, pen.id)).orderBy(agreementParty.position);
  await pen.replaceParts(agreementParty, agreementParty.agreementId, held.map((party) => (party.id === named ? { ...party, signatory, signatoryOffice } : party)));
}

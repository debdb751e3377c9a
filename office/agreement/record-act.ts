import type { InferInsertModel } from 'drizzle-orm';
import { agreement, agreementAct } from '#db/schema/agreement.ts';
import { change, type Entered } from '#office/change.ts';
import { fuzzyIsAfter } from '#office/fuzzy-date.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { act, correction, type Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import type { ActEntry, OldActEntry, StrikeEntry } from './act-entry.ts';
import { placeOf } from './acts.ts';
import type { ActKind } from './agreement.ts';
import { mayFollow } from './moves.ts';
import { register, situationOf } from './situation.ts';

type Dated = Which & { readonly today: string };

/**
 * Records an act that follows now. Refused with every unmet condition of DOMAIN section 3 at `kind`, and with
 * `inFuture` where it lies after `today`; only what takes effect on a named day may be entered ahead of it.
 */
export function recordAct(viewer: Viewer, { entry, today, ...which }: Dated & { entry: ActEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'recordAct', which), async (pen, row) => {
    const situation = await situationOf(pen.db, row);
    const unmet = mayFollow(entry.kind, situation, today);
    if (unmet.length) pen.refuse(...unmet.map((issue) => ({ field: 'kind', ...issue })));
    refuseFuture(pen, entry, today);
    refuseStrangerParty(pen, entry.partyId, situation.parties);
    await enter(pen, row, situation.rows, entry);
  });
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
    await enter(pen, row, situation.rows, entry);
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

/** Puts an act among those that the agreement has: a dated one behind them, an undated one where the path puts it. */
export async function enter(pen: Pen, row: unknown, held: readonly ActRow[], entry: Omit<ActRow, 'agreementId'>, columns: object = {}): Promise<void> {
  const place = entry.on ? held.length : placeOf(held as readonly { kind: ActKind }[], entry.kind as ActKind);
  await pen.revise(agreement, { ...columns, ...correction(row) });
  await pen.replaceParts(agreementAct, agreementAct.agreementId, held.toSpliced(place, 0, entry as ActRow));
}

/** Acts that are agreed ahead of the day on which they take effect. */
const ahead: readonly ActKind[] = ['entry_into_force', 'termination', 'suspension', 'resumption'];

export function refuseFuture(pen: Pen, { kind, on }: Pick<OldActEntry, 'kind' | 'on'>, today: string): void {
  if (on && !ahead.includes(kind) && fuzzyIsAfter(on, today)) pen.refuse({ field: 'on.year', rule: 'inFuture', values: { today } });
}

export function refuseStrangerParty(pen: Pen, partyId: string | null, parties: readonly { readonly id: string }[]): void {
  if (partyId !== null && !parties.some(({ id }) => id === partyId)) pen.refuse({ field: 'partyId', rule: 'notFound' });
}

import { eq, type InferSelectModel } from 'drizzle-orm';
import { agreementAct, agreementParty } from '#db/schema/agreement.ts';
import { fuzzyIsAfter } from '#office/fuzzy-date.ts';
import type { Pen } from '#office/pen.ts';
import type { BroughtAct } from './act-entry.ts';
import { placeOf } from './acts.ts';
import { actKinds, ahead, signs, type Act, type PartyRole } from './agreement.ts';

type Held = InferSelectModel<typeof agreementAct>;
/** `verification` of the record before this change; absent of a new one. */
type Ground = { readonly verification?: string; readonly today: string | undefined };

/**
 * Adds those of the acts that a table brought which are not on record, as acts of the past are entered: without the guards of
 * a new one, and only while the record is unverified (`onlyUnverified`). None that stands is touched: `actStands` where it has
 * another date. `inFuture` where one lies after `today`, save what may be agreed ahead.
 */
export async function addMissingActs(pen: Pen, brought: readonly BroughtAct[], { verification = 'unverified', today }: Ground): Promise<void> {
  if (brought.length === 0) return;
  const held = await pen.db.select().from(agreementAct).where(eq(agreementAct.agreementId, pen.id)).orderBy(agreementAct.position);
  const missing = brought.flatMap((one, place) => (stands(pen, held, one, place) ? [] : [{ ...one, place }]));
  if (missing.length === 0) return;
  for (const { kind, on, place } of missing) {
    if (verification !== 'unverified') pen.refuse({ field: `acts.${place}.kind`, rule: 'onlyUnverified' });
    if (on && today && !ahead.includes(kind) && fuzzyIsAfter(on, today)) pen.refuse({ field: `acts.${place}.on.year`, rule: 'inFuture', values: { today } });
  }
  const parties = await pen.db.select().from(agreementParty).where(eq(agreementParty.agreementId, pen.id)).orderBy(agreementParty.position);
  let rows: Partial<Held>[] = held;
  for (const { id: _id, place: _place, side, ...act } of missing.toSorted((a, b) => actKinds.indexOf(a.kind) - actKinds.indexOf(b.kind))) {
    const place = placeOf(rows as readonly Pick<Act, 'kind' | 'on'>[], act);
    rows = rows.toSpliced(place, 0, { ...act, partyId: act.partyId ?? (side ? onlyOf(parties, side) : null) });
  }
  await pen.replaceParts(agreementAct, agreementAct.agreementId, rows);
}

/** Whether it is on record: by its id, or as an act of its kind on the same day. */
function stands(pen: Pen, held: readonly Held[], { id, kind, on }: BroughtAct, place: number): boolean {
  const found = held.find((one) => (id ? one.id === id : one.kind === kind && one.on?.edtf === on?.edtf));
  if (found && (found.kind !== kind || found.on?.edtf !== on?.edtf)) pen.refuse({ field: `acts.${place}.on.year`, rule: 'actStands' });
  return found !== undefined;
}

/** The one party of a side that signs; null where there are several, since the table does not say which. */
function onlyOf(parties: readonly InferSelectModel<typeof agreementParty>[], side: 'us' | 'them'): string | null {
  const own = parties.filter((party) => party.side === side && signs({ role: party.role as PartyRole }));
  return own.length === 1 ? own[0]?.id ?? null : null;
}

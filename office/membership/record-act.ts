import { eq, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { anyMeanwhile, byActs, enteredIssue, sameMeanwhile } from '#office/acts-meanwhile.ts';
import { change, type Entered } from '#office/change.ts';
import type { StrikeEntry } from '#office/entry/pieces.ts';
import { fuzzyIsAfter } from '#office/fuzzy-date.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { act, correction, type Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import type { MembershipActEntry, MembershipWithActs, OldMembershipActEntry } from './entry.ts';
import { arrange, faultsOf, nextActs } from './membership.ts';
import { register } from './register.ts';
import { refuseSecondBegun } from './second.ts';

type Dated = Which & { readonly today: string };
type Act = InferInsertModel<typeof membershipAct>;

/**
 * Records an act that the state lets follow now. Refused with `actNotPossible` where it does not, `inFuture` where it lies
 * after `today` (only an end may be set ahead), `actOutOfOrder` where its date contradicts an act on record, `actEntered`
 * where somebody entered the same act while the form was open, `secondMembership` where one is running in that network.
 */
export function recordAct(viewer: Viewer, { entry, today, ...which }: Dated & { entry: MembershipActEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'recordAct', byActs(which, entry.known)), async (pen, row) => {
    const { known, ...fresh } = entry;
    const held = await actsOf(pen);
    const same = sameMeanwhile(held, entry, known);
    if (same) pen.refuse(await enteredIssue(pen.db, 'actEntered', 'membership_act', same.id));
    if (!nextActs(held, today).includes(entry.kind)) {
      const other = anyMeanwhile(held, known);
      pen.refuse(other ? await enteredIssue(pen.db, 'actMeanwhile', 'membership_act', other.id) : { field: 'kind', rule: 'actNotPossible' });
    }
    await enter(pen, row, held, fresh, today);
  });
}

/** Enters an act of the past that a source tells of, whichever the state; only while the record is unverified (`onlyUnverified`). */
export function recordOldAct(viewer: Viewer, { entry, today, ...which }: Dated & { entry: OldMembershipActEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'recordAct', which), async (pen, row) => {
    if (row.verification !== 'unverified') pen.refuse({ field: 'kind', rule: 'onlyUnverified' });
    await enter(pen, row, await actsOf(pen), entry, today);
  });
}

/**
 * Takes out an act that was entered in error; the ledger keeps what it was and why it went. Whoever may revise the
 * membership may do so. Refused with `actNeeded` where a later act rests on it, `secondMembership` where it would run again beside another.
 */
export function strikeAct(viewer: Viewer, { entry, ...which }: Which & { entry: StrikeEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'revise', which, entry.reason), async (pen, row) => {
    const held = await actsOf(pen);
    const left = held.filter(({ id }) => id !== entry.actId);
    if (left.length === held.length) pen.refuse({ field: '', rule: 'notFound' });
    if (faultsOf(left).length) pen.refuse({ field: '', rule: 'actNeeded' });
    await refuseSecondBegun(pen, row, { before: held, after: left }, which.today);
    await pen.revise(membership, correction(row));
    await pen.replaceParts(membershipAct, membershipAct.membershipId, left);
  });
}

/** Adds those of the acts that a table brought which are not on record; one that stands with another date is left to whoever may strike it. */
export async function addMissingActs(pen: Pen, brought: MembershipWithActs['acts'], { between, verification, today }: Ground): Promise<void> {
  if (brought.length === 0) return;
  const held = await actsOf(pen);
  const missing = brought.flatMap(({ id, ...one }, place) => {
    const stands = held.find((other) => (id ? other.id === id : other.kind === one.kind && (other.on?.edtf === one.on?.edtf || !recurring.includes(one.kind))));
    if (stands && (stands.kind !== one.kind || stands.on?.edtf !== one.on?.edtf)) pen.refuse({ field: `acts.${place}.on.year`, rule: 'actStands' });
    if (!stands && verification !== 'unverified') pen.refuse({ field: `acts.${place}.kind`, rule: 'onlyUnverified' });
    return stands ? [] : [one];
  });
  const acts = [...held, ...missing];
  if (faultsOf(acts).length) pen.refuse({ field: 'acts', rule: 'actOutOfOrder' });
  if (missing.length === 0) return;
  await refuseSecondBegun(pen, between, { before: held, after: acts }, today);
  await pen.replaceParts(membershipAct, membershipAct.membershipId, arrange(acts));
}

/** Between whom the membership is, and whether the record was checked. */
type Ground = { readonly between: Parameters<typeof refuseSecondBegun>[1]; readonly verification: string; readonly today: string | undefined };

const recurring: readonly string[] = ['suspended', 'resumed'];

async function enter(pen: Pen, row: InferSelectModel<typeof membership>, held: Awaited<ReturnType<typeof actsOf>>, entry: OldMembershipActEntry, today: string): Promise<void> {
  if (entry.kind !== 'ended' && entry.on && fuzzyIsAfter(entry.on, today)) pen.refuse({ field: 'on.year', rule: 'inFuture', values: { today } });
  const acts = [...held, entry];
  const [fault] = faultsOf(acts);
  if (fault) pen.refuse({ field: fault.rule === 'actTwice' ? 'kind' : 'on.year', rule: fault.rule });
  await refuseSecondBegun(pen, row, { before: held, after: acts }, today);
  await pen.revise(membership, {});
  await pen.replaceParts(membershipAct, membershipAct.membershipId, arrange(acts as (Act & typeof entry)[]));
}

function actsOf(pen: Pen) {
  return pen.db.select().from(membershipAct).where(eq(membershipAct.membershipId, pen.id)).orderBy(membershipAct.position);
}

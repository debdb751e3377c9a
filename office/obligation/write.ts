import { and, eq, isNull, sql } from 'drizzle-orm';
import { agreement } from '#db/schema/agreement.ts';
import { membership } from '#db/schema/membership.ts';
import { obligation } from '#db/schema/obligation.ts';
import { person } from '#db/schema/person.ts';
import { change, type Entered } from '#office/change.ts';
import type { Issue, Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { act, correction, type Which } from '#office/publishing.ts';
import { recurs } from '#office/recurrence.ts';
import { unseen } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import type { DutyEntry, SettlementEntry } from './entry.ts';
import type { DutyHolder } from './read.ts';

type Settled = Which & { readonly noun: DutyHolder['noun']; readonly today: string };

/**
 * Enters a duty under an agreement or a membership, or another wording, date or recurrence of one that stands. A recurrence
 * that cannot be reckoned from its first date is refused. What the public reads of a published record is corrected at once.
 */
export function enterDuty(viewer: Viewer, { noun, entry, ...which }: Settled & { entry: DutyEntry }): Promise<Outcome<Entered>> {
  return changeOf(viewer, noun, 'enterDuty', which, undefined, async (pen) => {
    const { dutyId, ...columns } = entry;
    const stood = dutyId ? await held(pen, noun, dutyId) : null;
    await refuseUnseen(pen, entry, stood);
    if (columns.recurrence && !recurs(columns.recurrence, columns.due)) pen.refuse({ field: 'due.year', rule: 'firstTimeTooVague' });
    if (stood) await pen.db.update(obligation).set(columns).where(eq(obligation.id, stood.id));
    else await pen.db.insert(obligation).values({ ...columns, ...ownedBy(noun, pen.id), position: await nextPlace(pen, noun) });
  });
}

/** Says of an open duty that it was done, or that nobody asks for it any more, and what shows it. */
export function settleDuty(viewer: Viewer, { noun, entry, today, ...which }: Settled & { entry: SettlementEntry }): Promise<Outcome<Entered>> {
  return changeOf(viewer, noun, 'settleDuty', which, entry.evidence['sr-Cyrl']?.text, async (pen) => {
    const { id, state } = await held(pen, noun, entry.dutyId);
    if (state !== 'open') pen.refuse({ field: '', rule: 'alreadySettled' });
    await pen.db.update(obligation).set({ state: entry.state, evidence: entry.evidence, settledOn: today }).where(eq(obligation.id, id));
  });
}

/** A duty is a part of its record, so the change is the record's, and steps its version. */
function changeOf(viewer: Viewer, noun: DutyHolder['noun'], verb: string, which: Which, reason: string | undefined, write: (pen: Pen) => Promise<void>): Promise<Outcome<Entered>> {
  if (noun === 'agreement') {
    return change(viewer, act({ noun, table: agreement }, verb, which, reason), async (pen, row) => {
      await pen.revise(agreement, { ...correction(row) });
      await write(pen);
    });
  }
  return change(viewer, act({ noun, table: membership }, verb, which, reason), async (pen, row) => {
    await pen.revise(membership, { ...correction(row) });
    await write(pen);
  });
}

type Row = typeof obligation.$inferSelect;

/** A duty of another record is none of this one's. */
async function held(pen: Pen, noun: DutyHolder['noun'], id: string | null): Promise<Row> {
  const [row] = id ? await pen.db.select().from(obligation).where(and(eq(obligation.id, id), eq(named(noun), pen.id))) : [];
  return row ?? pen.refuse({ field: '', rule: 'dutyNotThere' });
}

async function refuseUnseen(pen: Pen, { organisationId, ownerId, deputyId }: DutyEntry, stood: Row | null): Promise<void> {
  const issues: Issue[] = organisationId === (stood?.organisationId ?? null) ? [] : await unseen(pen.db, pen.viewer, [{ field: 'organisationId', noun: 'organisation', id: organisationId }]);
  for (const [field, id, before] of [['ownerId', ownerId, stood?.ownerId], ['deputyId', deputyId, stood?.deputyId]] as const) {
    if (id && id !== before && !await works(pen, id)) issues.push({ field, rule: 'notFound' });
  }
  if (ownerId && ownerId === deputyId) issues.push({ field: 'deputyId', rule: 'ownDeputy' });
  if (issues.length) pen.refuse(...issues);
}

async function works(pen: Pen, id: string): Promise<boolean> {
  const rows = await pen.db.select({ id: person.id }).from(person).where(and(eq(person.id, id), isNull(person.deactivatedAt)));
  return rows.length > 0;
}

async function nextPlace(pen: Pen, noun: DutyHolder['noun']): Promise<number> {
  const [last] = await pen.db.select({ next: sql<number>`coalesce(max(${obligation.position}) + 1, 0)` }).from(obligation).where(eq(named(noun), pen.id));
  return Number(last?.next ?? 0);
}

function named(noun: DutyHolder['noun']) {
  return noun === 'agreement' ? obligation.agreementId : obligation.membershipId;
}

function ownedBy(noun: DutyHolder['noun'], id: string) {
  return noun === 'agreement' ? { agreementId: id } : { membershipId: id };
}

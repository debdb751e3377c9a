import { and, asc, eq, isNull } from 'drizzle-orm';
import { milestone, milestoneAct } from '#db/schema/milestone.ts';
import { person } from '#db/schema/person.ts';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from '#office/change.ts';
import { compareFuzzy, fuzzyIsAfter, parseFuzzyDate } from '#office/fuzzy-date.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Issue, Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import type { Subject } from '#office/permission.ts';
import { act, correction, publishRecord, reviseRecord, verifyRecord, withdrawRecord, type Which } from '#office/publishing.ts';
import { missing } from '#office/ready.ts';
import { unseen } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import type { CancellationEntry, CompletionEntry, MilestoneEntry, PostponementEntry } from './entry.ts';
import { openPredecessors, writeDependencies } from './dependencies.ts';
import { codePrefix, isOpen, milestoneState, reachedOn } from './milestone.ts';
import { milestoneSight } from './sight.ts';

/** The register under its noun, with its own rule of sight. */
export const register = { noun: 'milestone', table: milestone, sight: milestoneSight } as const;
type Row = typeof milestone.$inferSelect;

/** What only the seed may say of a new milestone: its permanent names. */
export type Given = { readonly code?: string; readonly slug?: string };

/** Enters a new milestone as the viewer's draft. */
export function draft(viewer: Viewer, { entry, requestId, given, today }: { entry: MilestoneEntry; requestId?: string; given?: Given; today?: string }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'milestone.draft', table: milestone, requestId, subject: async () => belongingTo(entry) }, async (pen) => {
    await refuseUnseen(pen, entry);
    refuseFutureActs(pen, entry.acts, today);
    const code = given?.code ?? await nextCode(pen.db, milestone, codePrefix);
    const slug = given?.slug ?? await freeSlug(pen.db, milestone, entry.title, code);
    await pen.draft(milestone, { ...columnsOf(entry), code, slug });
    await writeDependencies(pen, entry);
    await writeActs(pen, entry.acts);
  });
}

/** Whoever works on one project alone may draft its milestones. */
function belongingTo({ projectId }: MilestoneEntry): Subject {
  return { id: '', createdBy: null, publication: 'draft', projectId };
}

/** Puts the entry in the place of what stood; on a published record it is a visible correction at once. */
export function revise(viewer: Viewer, { entry, ...which }: Which & { entry: MilestoneEntry }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, demands, async (pen, row) => {
    await refuseUnseen(pen, entry, row);
    refuseFutureActs(pen, entry.acts, which.today);
    await pen.revise(milestone, { ...columnsOf(entry), ...correction(row) });
    await writeDependencies(pen, entry);
    await writeActs(pen, entry.acts);
  });
}

/**
 * Enters that it was reached, on a day that may be unknown but not after `today`; its progress is then whole. Where what it
 * waits for is still open, that is refused until the entry says `despite`: what happened is a fact and can be entered, but a
 * plan in which a later step is done before an earlier one is mostly a slip.
 */
export function complete(viewer: Viewer, { entry, today, ...which }: Which & { entry: CompletionEntry; today: string }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'complete', which, entry.despite ? despiteReason : undefined), async (pen, row) => {
    const acts = await refuseFinal(pen, row);
    refuseFuture(pen, entry.on, today);
    const open = entry.despite ? [] : await openPredecessors(pen);
    if (open.length) pen.refuse({ field: 'despite', rule: 'predecessorsOpen', values: { count: open.length, codes: open.join(', ') } });
    await pen.revise(milestone, { actual: entry.on, progress: 100 });
    await writeActs(pen, [...acts, { kind: 'done', on: entry.on, note: entry.note, plannedBefore: null }]);
  });
}

/** Puts a later date in the place of the planned one, which stays on record. */
export function postpone(viewer: Viewer, { entry, today, ...which }: Which & { entry: PostponementEntry; today: string }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'postpone', which), async (pen, row) => {
    const acts = await refuseFinal(pen, row);
    const { latest } = entry.planned;
    if (latest !== null && latest < today) pen.refuse({ field: 'planned.year', rule: 'inPast', values: { today } });
    if (row.planned && compareFuzzy(entry.planned, row.planned) <= 0) pen.refuse({ field: 'planned.year', rule: 'notLater' });
    await pen.revise(milestone, { planned: entry.planned });
    await writeActs(pen, [...acts, { kind: 'postponed', on: parseFuzzyDate(today), plannedBefore: row.planned, note: entry.note }]);
  });
}

/** Enters that it was given up, and why. */
export function cancel(viewer: Viewer, { entry, today, ...which }: Which & { entry: CancellationEntry; today: string }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'cancel', which, entry.note['sr-Cyrl']?.text), async (pen, row) => {
    const acts = await refuseFinal(pen, row);
    refuseFuture(pen, entry.on, today);
    await pen.revise(milestone, {});
    await writeActs(pen, [...acts, { kind: 'cancelled', on: entry.on, note: entry.note, plannedBefore: null }]);
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

/** What publishing demands: title, kind, and one record that it belongs to (DOMAIN section 3). */
export function ready(row: Row): Issue[] {
  return [
    ...missing('title', row.title?.[row.title.origin]),
    ...missing('kind', row.kind),
    ...missing('agreementId', row.agreementId ?? row.membershipId ?? row.projectId ?? row.programmeId),
  ];
}

/** The same as the gate and the checklist ask for it. */
export const demands = async (row: Row) => ready(row);

/** In the history of a completion that was entered though what it waits for is still open. */
const despiteReason = 'Остварена пре прекретница од којих зависи.';

export type ActRow = Omit<MilestoneEntry['acts'][number], 'id'> & { id?: string | null };

/** The day on which it was reached is a column too, so that lists can be ordered by it. */
function columnsOf({ acts, dependsOn: _dependsOn, ...columns }: MilestoneEntry) {
  return { ...columns, actual: reachedOn(acts) };
}

async function refuseUnseen(pen: Pen, entry: MilestoneEntry, held?: Row): Promise<void> {
  const named = owners.flatMap(({ field, noun }) => (entry[field] === held?.[field] ? [] : [{ field, noun, id: entry[field] }]));
  const issues = await unseen(pen.db, pen.viewer, named);
  for (const field of ['ownerId', 'deputyId'] as const) {
    const id = entry[field];
    if (id && id !== held?.[field] && !await works(pen, id)) issues.push({ field, rule: 'notFound' });
  }
  if (entry.ownerId && entry.ownerId === entry.deputyId) issues.push({ field: 'deputyId', rule: 'ownDeputy' });
  if (issues.length) pen.refuse(...issues);
}

/** Whether this is somebody who still works here. */
async function works(pen: Pen, id: string): Promise<boolean> {
  const rows = await pen.db.select({ id: person.id }).from(person).where(and(eq(person.id, id), isNull(person.deactivatedAt)));
  return rows.length > 0;
}

const owners = [
  { field: 'agreementId', noun: 'agreement' }, { field: 'membershipId', noun: 'membership' },
  { field: 'projectId', noun: 'project' }, { field: 'programmeId', noun: 'programme' },
] as const;

/** The acts that stand, of a milestone that is still open; done and cancelled are final. */
export async function refuseFinal(pen: Pen, row: Row): Promise<ActRow[]> {
  const acts = await pen.db.select({ id: milestoneAct.id, kind: milestoneAct.kind, on: milestoneAct.on, plannedBefore: milestoneAct.plannedBefore, note: milestoneAct.note })
    .from(milestoneAct).where(eq(milestoneAct.milestoneId, row.id)).orderBy(asc(milestoneAct.position));
  const state = milestoneState({ acts, progress: row.progress });
  if (!isOpen(state)) pen.refuse({ field: '', rule: state === 'done' ? 'alreadyDone' : 'alreadyCancelled' });
  return acts;
}

export function refuseFuture(pen: Pen, on: CompletionEntry['on'], today: string): void {
  if (on && fuzzyIsAfter(on, today)) pen.refuse({ field: 'on.year', rule: 'inFuture', values: { today } });
}

/** What happened is not ahead, in the rows of the whole form either. */
function refuseFutureActs(pen: Pen, acts: readonly ActRow[], today: string | undefined): void {
  const ahead = acts.flatMap(({ on }, place) => (today !== undefined && on && fuzzyIsAfter(on, today) ? [{ field: `acts.${place}.on.year`, rule: 'inFuture', values: { today } }] : []));
  if (ahead.length) pen.refuse(...ahead);
}

export function writeActs(pen: Pen, acts: readonly ActRow[]): Promise<void> {
  return pen.replaceParts(milestoneAct, milestoneAct.milestoneId, acts.map(({ id, ...acted }) => ({ ...acted, ...(id ? { id } : {}) })));
}

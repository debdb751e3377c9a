import { merge } from '#components/merge.ts';
import { same, unitOf } from '#components/same.ts';
import { named, namesOf } from '#office/names-of.ts';
import { parseEntry } from '#office/entry/parse.ts';
import type { FormValues, Issue } from '#office/outcome.ts';
import type { ProposalRecord } from '#office/proposal/read.ts';
import { holds } from '#office/permission.ts';
import { withoutPersons } from '#office/proposal/proposal.ts';
import { fateOf, type Fate } from '#office/proposal/fate.ts';
import { differs, saidIn, type SaidLine } from '#office/proposal/said.ts';
import { recordHead } from '#office/record.ts';
import type { Viewer } from '#office/viewer.ts';
import { deedOf, type Deed } from './deeds.ts';

/** What a proposal would do now, as this viewer may know of it. */
export type Considered = {
  readonly lines: readonly SaidLine[];
  /** Fields that were changed both by the proposal and in the record since. */
  readonly disputed: readonly string[];
  /** The record was changed since the proposal was made. */
  readonly moved: boolean;
  /** It cannot be approved as it was made, whoever decides. */
  readonly barred: boolean;
  /** The version of the record that this was computed against; null where the viewer may not see the record. */
  readonly version: number | null;
  /** The code of the record; null where the viewer may not see the record. */
  readonly code: string | null;
  readonly fate: Fate;
  readonly issues: readonly Issue[];
};

/** An undecided proposal against what stands now; a decided one, and one whose record the viewer sees no more, against what stood when it was made. */
export async function consider(viewer: Viewer, proposal: ProposalRecord): Promise<Considered | null> {
  const deed = deedOf(proposal.deed);
  const { recordId } = proposal;
  if (!deed || !recordId) return null;
  const record = await recordHead(viewer, deed.noun, recordId);
  const fate = await fateOf(viewer, { noun: deed.noun, recordId, createdAt: proposal.createdAt }, record);
  // What he proposed is his own; the rest of the record is not his to read any more.
  if (!record) return { lines: await withNames(viewer, linesOf(seen(viewer, deed, proposal.opened), seen(viewer, deed, proposal.typed), deed).filter(differs)), disputed: [], moved: false, barred: true, version: null, code: null, fate, issues: [] };
  const waits = proposal.state === 'open' || proposal.state === 'returned';
  const now = deed.fields ? (waits ? await deed.fields(viewer, record.id) : proposal.opened) : null;
  const values = now && waits ? settled(proposal, now, []) : proposal.typed;
  const after = parseEntry(deed.entry, values);
  const told = deed.told && after.ok ? await deed.told(viewer, { recordId: record.id, proposalId: proposal.id, entry: after.entry as never }) : null;
  const lines = told ? saidIn(told.before, told.after) : linesOf(now, values, deed);
  return {
    lines: await withNames(viewer, lines), disputed: now && waits ? disputedIn(proposal, now) : [],
    moved: waits && proposal.baseVersion !== null && proposal.baseVersion !== record.version, barred: waits && await deed.barred?.(viewer, { recordId: record.id, typed: proposal.typed }) === true, version: record.version, code: record.code, fate, issues: after.ok ? [] : after.issues,
  };
}

/** Who sees the record no more is shown no person of it, not even one of whom he once wrote. */
function seen(viewer: Viewer, { noun }: Deed, values: FormValues): FormValues {
  return viewer.kind !== 'staff' || holds(viewer, 'editor', noun, null) ? values : withoutPersons(values);
}

function linesOf(was: FormValues | null, is: FormValues, deed: Deed): SaidLine[] {
  const [before, after] = [was && deed.fields ? parseEntry(deed.entry, was) : null, parseEntry(deed.entry, is)];
  return saidIn(before?.ok ? before.entry as Record<string, unknown> : before ? {} : null, after.ok ? after.entry as Record<string, unknown> : {});
}

/** What an approval would enter: the proposal merged into what stands, `kept` fields left as they stand. */
export function settled({ opened, typed }: Pick<ProposalRecord, 'opened' | 'typed'>, now: FormValues, kept: readonly string[]): FormValues {
  const { values } = merge(opened, typed, now);
  const stays = (name: string) => kept.includes(unitIn(name, opened, typed, now));
  return Object.fromEntries([
    ...Object.entries(values).filter(([name]) => !stays(name)),
    ...Object.entries(now).filter(([name]) => stays(name)),
  ]);
}

/** Fields that were changed on both sides, and not alike; a repeated group counts as one. */
export function disputedIn({ opened, typed }: Pick<ProposalRecord, 'opened' | 'typed'>, now: FormValues): string[] {
  const names = [...new Set([opened, typed, now].flatMap((form) => Object.keys(form)))];
  const units = Map.groupBy(names, (name) => unitIn(name, opened, typed, now));
  const changed = (one: FormValues, other: FormValues, under: string[]) => under.some((name) => !same(name, one[name], other[name]));
  return [...units].flatMap(([unit, under]) =>
    (typed[under[0] ?? ''] === undefined && !under.some((name) => name in typed) ? []
      : changed(opened, typed, under) && changed(opened, now, under) && changed(typed, now, under) ? [unit] : []));
}

export function entryOf(deed: Deed, values: FormValues) {
  return parseEntry(deed.entry, values);
}

/** A group that repeats stands or falls as one; of another field, what belongs together does. */
function unitIn(name: string, ...forms: FormValues[]): string {
  const [top = ''] = name.split('.');
  return forms.some((form) => `${top}.rows` in form) ? top : unitOf(name);
}

async function withNames(viewer: Viewer, lines: readonly SaidLine[]): Promise<SaidLine[]> {
  const asDifference = ({ group, field, before, after }: SaidLine) => ({ table: group ?? '', field, before, after });
  const names = await namesOf(viewer, lines.map(asDifference));
  return lines.map((line) => {
    const { before, after } = named(asDifference(line), names);
    return { ...line, before, after };
  });
}

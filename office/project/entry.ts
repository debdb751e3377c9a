import * as z from 'zod';
import type { FuzzyDate } from '#db/columns.ts';
import { choice, count, fuzzyDate, issue, known, line, localText, money, optionalLine, recordId, requiredChoice, requiredLocalText, requiredRecordId, rowsOf, source, tick, ticks, webAddress, wholeNumber } from '#office/entry/pieces.ts';
import { iatiRoleOf, partnerRoles, sdgs, sectors } from '#office/vocabulary.ts';
import { projectActKinds } from './project.ts';

/** Hundredths with at most two places, typed with a comma or a point, as numeric(5,2) keeps them. */
const percent = line(10).transform((typed, at): string | null => {
  const text = typed.replace(/\s*%$/, '').replace(',', '.');
  if (text === '') return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) at.addIssue(issue('notANumber'));
  else if (Number(text) > 100) at.addIssue(issue('atMost', { max: 100 }));
  return Number(text).toFixed(2);
});

/** A row in which something was typed, so that an amount left out is a fault and never a loss. */
const amount = money.transform((held, at) => {
  if (held) return held;
  at.addIssue({ ...issue('required'), path: ['amount'] });
  return z.NEVER;
});

const partner = z.strictObject({
  id: recordId,
  organisationId: requiredRecordId,
  role: requiredChoice(partnerRoles),
  note: localText(300),
  inferred: tick,
  /** Per cent of the project's budget. */
  budgetShare: percent,
  validFrom: fuzzyDate,
  validTo: fuzzyDate,
}).transform((row) => ({ ...row, iatiRole: iatiRoleOf[row.role] ?? null }));

const acted = { kind: requiredChoice(projectActKinds), on: fuzzyDate, number: optionalLine(120), note: localText(500) };

const columns = {
  title: requiredLocalText(300),
  acronym: localText(60),
  summary: localText(2000),
  objective: localText(4000),
  numbers: z.object({ iati: optionalLine(80), keep: optionalLine(40), cordis: optionalLine(40), contract: optionalLine(80) }).optional()
    .transform((numbers): Record<string, string> => Object.fromEntries(Object.entries(numbers ?? {}).flatMap(([key, held]) => (held === null ? [] : [[key, held]])))),
  plannedStart: fuzzyDate,
  plannedEnd: fuzzyDate,
  actualStart: fuzzyDate,
  actualEnd: fuzzyDate,
  durationMonths: wholeNumber({ min: 1, max: 600 }),
  sectors: ticks(sectors),
  sdgs: ticks(sdgs),
  places: rowsOf(requiredLocalText(200)),
  themes: rowsOf(requiredLocalText(500)),
  components: rowsOf(requiredLocalText(500)),
  results: rowsOf(requiredLocalText(500)),
  ourRole: choice(partnerRoles),
  amounts: rowsOf(amount),
  coFinancingPercent: percent,
  partnerCount: count,
  website: webAddress,
  programmeId: recordId,
  phase: wholeNumber({ min: 1, max: 99 }),
  partners: rowsOf(partner),
  sources: rowsOf(source),
  englishWaived: optionalLine(500),
};

/** What may be entered of a project. A draft needs a title only, so that it can be found again. Acts are no part of it: they are recorded. */
export const projectEntry = z.strictObject(columns).superRefine(inOrder);
export type ProjectEntry = z.output<typeof projectEntry>;

/** A project with what is known of its acts, as a table brings it. */
export const projectWithActs = z.strictObject({ ...columns, ownerId: recordId, deputyId: recordId, acts: rowsOf(z.strictObject({ id: recordId, ...acted })) }).superRefine(inOrder);
export type ProjectWithActs = z.output<typeof projectWithActs>;

/** An act that follows now: dated, what takes the project back or ends it early with its reason. */
export const projectActEntry = z.strictObject({ known, ...acted }).superRefine((entry, at) => {
  for (const field of neededBy(entry.kind)) if (!entry[field]) at.addIssue({ ...issue('required'), path: pathTo[field] });
});
export type ProjectActEntry = z.output<typeof projectActEntry>;

/** An act of the past found in a source: it may lack everything but its kind. */
export const oldProjectActEntry = z.strictObject(acted);
export type OldProjectActEntry = z.output<typeof oldProjectActEntry>;

/** Without what an act of this kind is not entered. */
export function neededBy(kind: (typeof projectActKinds)[number]): readonly ('on' | 'note')[] {
  return explained.includes(kind) ? ['on', 'note'] : ['on'];
}

const pathTo = { on: ['on', 'year'], note: ['note', 'sr-Cyrl'] };
const explained: readonly string[] = ['rejected', 'suspended', 'cancelled'];

type Dates = Record<'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd', FuzzyDate | null>;

function inOrder(entry: Dates, at: z.RefinementCtx): void {
  for (const [start, end] of [['plannedStart', 'plannedEnd'], ['actualStart', 'actualEnd']] as const) {
    const [from, to] = [entry[start]?.earliest, entry[end]?.latest];
    if (from && to && to < from) at.addIssue({ ...issue('endBeforeStart'), path: [end, 'year'] });
  }
}

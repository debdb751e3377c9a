import * as z from 'zod';
import type { Count, FuzzyDate, Money } from '#db/columns.ts';
import type { LocalText } from '#messages/local-text.ts';
import { hasControlCharacters } from '#messages/script.ts';
import { dateFault, readTypedDate, type TypedParts } from '#messages/typed-date.ts';
import { fromParts, noParts, parseFuzzyDate } from '#office/fuzzy-date.ts';
import { parseCount, qualifiers } from '#office/count.ts';
import { certainties, currencies, moneyScopes, readAmount } from '#office/money.ts';

/** Text as the office keeps it: NFC, one kind of line end, no invisible controls. `max` counts characters. */
export function line(max: number) {
  return z.string().default('').transform(tidy).superRefine((text, at) => {
    if (text.length > max) at.addIssue(issue('tooLong', { max }));
    if (hasControlCharacters(text)) at.addIssue(issue('controlCharacters'));
  });
}

/** A line of a localised text: marks and blanks without width are only worth a warning there (office/entry/odd-letters.ts). */
function wording(max: number) {
  return z.string().default('').transform(tidy).superRefine((text, at) => {
    if (text.length > max) at.addIssue(issue('tooLong', { max }));
    if (hasControlCharacters(text.replace(/[\u061C\u200B\u200E\u200F\u2060\uFEFF]/g, ''))) at.addIssue(issue('controlCharacters'));
  });
}

export function optionalLine(max: number) {
  return line(max).transform((text) => text || null);
}

export function requiredLine(max: number) {
  return line(max).superRefine((text, at) => {
    if (!text) at.addIssue(issue('required'));
  });
}

/** One of a closed list, or null where nothing was chosen. */
export function choice<T extends string>(list: readonly T[]) {
  return z.string().default('').transform((text, at): T | null => {
    if (text === '') return null;
    if (list.includes(text as T)) return text as T;
    at.addIssue(issue('notAChoice'));
    return z.NEVER;
  });
}

export function requiredChoice<T extends string>(list: readonly T[]) {
  return choice(list).transform((chosen, at): T => {
    if (chosen !== null) return chosen;
    at.addIssue(issue('required'));
    return z.NEVER;
  });
}

/** Any number of a closed list, in the order of the list. */
export function ticks<T extends string>(list: readonly T[]) {
  return z.union([z.string(), z.array(z.string())]).default([]).transform((held, at): T[] => {
    const chosen = (typeof held === 'string' ? [held] : held).filter(Boolean);
    if (chosen.some((one) => !list.includes(one as T))) at.addIssue(issue('notAChoice'));
    return list.filter((one) => chosen.includes(one));
  });
}

/** A checkbox. */
export const tick = z.string().default('').transform((text) => text !== '');

/** The id of another record, or null. Whether that record may be named is the verb's to ask. */
export const recordId = z.string().default('').transform((text, at): string | null => {
  if (text === '') return null;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  at.addIssue(issue('notFound'));
  return z.NEVER;
});

export const requiredRecordId = recordId.transform((id, at): string => {
  if (id !== null) return id;
  at.addIssue(issue('required'));
  return z.NEVER;
});

export function wholeNumber({ min, max }: { min: number; max: number }) {
  return z.string().default('').transform((text, at): number | null => {
    if (text.trim() === '') return null;
    const value = Number(text.trim());
    if (!/^\d{1,9}$/.test(text.trim())) at.addIssue(issue('notANumber'));
    else if (value < min) at.addIssue(issue('atLeast', { min }));
    else if (value > max) at.addIssue(issue('atMost', { max }));
    return value;
  });
}

export const webAddress = optionalLine(500).superRefine((text, at) => {
  if (text !== null && !(URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))) at.addIssue(issue('notAUrl'));
});

export const optionalEmail = optionalLine(200).superRefine((text, at) => {
  if (text !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) at.addIssue(issue('notAnEmail'));
});

/** An ISO day of the calendar, as a date input posts it. */
export const isoDay = z.string().default('').transform((text, at): string | null => {
  if (text.trim() === '') return null;
  const read = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? parseFuzzyDate(text.trim()) : null;
  if (!read) at.addIssue(issue('notADay'));
  return read?.earliest ?? null;
});

/** A wording that was missing has been typed by now, so it is a draft. */
const wordingState = choice(['draft', 'checked', 'outdated', 'missing']).transform((state) => (state === 'missing' ? 'draft' : state ?? 'draft'));

/**
 * A localised text as its form's fields: Cyrillic, English, an optional Latin override, states, and whether
 * the text exists in Latin script only. Null where nothing was typed.
 */
export function localText(max: number) {
  const blank = { 'sr-Cyrl': '', 'sr-Latn': '', en: '' };
  return z.object({
    'sr-Cyrl': wording(max), 'sr-Latn': wording(max), en: wording(max),
    origin: choice(['sr-Cyrl', 'sr-Latn']).transform((origin) => origin ?? 'sr-Cyrl'),
    state: z.object({ 'sr-Cyrl': wordingState.optional(), 'sr-Latn': wordingState.optional(), en: wordingState.optional() }).optional(),
    other: z.record(z.string().regex(/^[a-z]{2,3}$/), line(max)).optional(),
  }).default({ ...blank, origin: 'sr-Cyrl' }).transform((typed): LocalText | null => {
    const { origin, state } = typed;
    const text: LocalText = { origin };
    if (typed['sr-Cyrl']) text['sr-Cyrl'] = { text: typed['sr-Cyrl'], state: state?.['sr-Cyrl'] ?? 'draft' };
    if (typed['sr-Latn']) text['sr-Latn'] = { text: typed['sr-Latn'], state: state?.['sr-Latn'] ?? 'draft' };
    if (typed.en) text.en = { text: typed.en, state: state?.en ?? 'draft' };
    const other = Object.fromEntries(Object.entries(typed.other ?? {}).filter(([, held]) => held));
    if (Object.keys(other).length) text.other = other;
    return text['sr-Cyrl'] || text['sr-Latn'] || text.en || text.other ? text : null;
  });
}

export function requiredLocalText(max: number) {
  return localText(max).transform((text, at): LocalText => {
    if (text?.[text.origin]) return text;
    at.addIssue({ ...issue('required'), path: [text?.origin ?? 'sr-Cyrl'] });
    return z.NEVER;
  });
}

/**
 * Day, month and year at the precision known; null says that the date is unknown. A whole date in one of the boxes is read
 * as well (messages/typed-date.ts).
 */
export const fuzzyDate = z.object({
  day: z.string().default(''), month: z.string().default(''), year: z.string().default(''),
  approximate: tick, unknown: tick, edtf: z.string().default(''),
}).default({ day: '', month: '', year: '', approximate: false, unknown: false, edtf: '' }).transform((typed, at): FuzzyDate | null => {
  if (typed.unknown) {
    if (!noParts(typed)) at.addIssue({ ...issue('knownAndUnknown'), path: ['year'] });
    return null;
  }
  // A period or a decade does not fit three fields, so the form carries it along as it stands.
  const parts = inOneBox(typed) ?? typed;
  const read = noParts(typed) ? parseFuzzyDate(typed.edtf) : fromParts(parts);
  const { rule, values } = dateFault(parts) ?? { rule: 'notADate' };
  if (!read && !(noParts(typed) && typed.edtf === '')) at.addIssue({ ...issue(rule, values), path: ['year'] });
  return read;
});

/** What a date pasted whole into one of the boxes says; null where the boxes hold no such thing. */
function inOneBox({ day, month, year, approximate }: TypedParts): TypedParts | null {
  const [one, another] = [day, month, year].filter((part) => part.trim());
  if (one === undefined || another !== undefined || one === year && /^\s*\d{4}\.?\s*$/.test(one)) return null;
  const parts = readTypedDate(one);
  return parts && { ...parts, approximate: parts.approximate || approximate };
}

export const money = z.object({
  amount: line(40),
  currency: choice(currencies),
  scope: choice(moneyScopes),
  certainty: choice(certainties),
  valueDate: isoDay,
  note: localText(500),
}).optional().transform((typed, at): Money | null => {
  if (!typed || typed.amount === '') return null;
  const amount = readAmount(typed.amount);
  if ('rule' in amount) at.addIssue({ ...issue(amount.rule, 'values' in amount ? amount.values : {}), path: ['amount'] });
  if (!typed.currency) at.addIssue({ ...issue('currencyMissing'), path: ['currency'] });
  if (!typed.scope) at.addIssue({ ...issue('scopeMissing'), path: ['scope'] });
  if ('rule' in amount || !typed.currency || !typed.scope) return z.NEVER;
  return {
    amount: amount.amount, currency: typed.currency, scope: typed.scope, valueDate: typed.valueDate,
    certainty: typed.certainty ?? 'stated', ...(typed.note ? { note: typed.note } : {}),
  };
});

/** Digits with either mark for thousands: a count is whole, so “1.000” leaves no doubt. */
const countedNumber = z.string().default('').transform((text, at): number | null => {
  if (text.trim() === '') return null;
  const value = parseCount(text);
  if (value === null) at.addIssue(issue('notANumber'));
  return value;
});

export const count = z.object({
  qualifier: choice(qualifiers),
  value: countedNumber,
  unit: localText(200),
  asOf: fuzzyDate,
}).optional().transform((typed): Count | null =>
  typed?.value === undefined || typed.value === null ? null
    : { qualifier: typed.qualifier ?? 'exact', value: typed.value, unit: typed.unit, asOf: typed.asOf });

/** Which acts of a record the form knew of when it was opened; null where nobody says, and then nothing is compared. */
export const known = z.union([z.string(), z.array(z.string())]).nullable().default(null).transform((held) => (typeof held === 'string' ? [held] : held));

/** Which act of a record was entered in error, and how that is known. */
export const strikeEntry = z.strictObject({ actId: requiredRecordId, reason: requiredLine(1000) });
export type StrikeEntry = z.output<typeof strikeEntry>;

/** Where a fact was found. */
export const source = z.object({
  title: requiredLocalText(300), url: webAddress, retrievedOn: isoDay, quote: optionalLine(2000),
});

/** Repeated rows; removed and blank ones never reach the schema. */
export function rowsOf<T extends z.ZodType>(row: T, max = 60) {
  return z.array(row).max(max).default([]);
}

/** What an issue of our own is called; `values` fill its words. */
export function issue(rule: string, values: Record<string, string | number> = {}) {
  return { code: 'custom' as const, params: { rule, values } };
}

function tidy(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

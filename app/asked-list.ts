import { passing } from '#app/answer.ts';
import { one, several } from '#app/shown.ts';

export type Query = Record<string, string | string[] | undefined>;

/** A parameter of the address that could not be understood, as it was asked, cut to a length that can be shown. */
export type Strange = { readonly name: string; readonly value: string };

/** How many records a page of a list holds; the first is usual. */
export const perPageChoices = [25, 50, 100] as const;

/**
 * Reads the parameters of a list, and remembers which values no vocabulary has: the page draws what it understood,
 * says what it did not, and such an answer is not kept in memory.
 */
export function listQuery() {
  const strange: Strange[] = [];
  const puzzle = (name: string, value: string): undefined => {
    strange.push({ name, value: value.slice(0, 60) });
    passing();
    return undefined;
  };
  return {
    strange: strange as readonly Strange[],
    /** The values of a parameter that `vocabulary` has, in its order. */
    chosen<T extends string>(name: string, value: Query[string], vocabulary: readonly T[]): T[] {
      const asked = several(value);
      asked.filter((each) => !vocabulary.includes(each as T)).forEach((each) => puzzle(name, each));
      return vocabulary.filter((known) => asked.includes(known));
    },
    /** The values of a parameter that have the shape of `pattern`; whether they exist is said later with `unknown`. */
    shaped(name: string, value: Query[string], pattern: RegExp): string[] {
      return several(value).filter((each) => pattern.test(each) || puzzle(name, each));
    },
    /** A value whose record or year turned out not to be there. */
    unknown: puzzle,
    /** A calendar day that there is, as ISO text. */
    day(name: string, value: Query[string]): string | undefined {
      const text = one(value);
      return text === undefined || isDay(text) ? text : puzzle(name, text);
    },
    /** A whole number between the bounds, both included. */
    number(name: string, value: Query[string], from: number, to: number): number | undefined {
      const text = one(value);
      if (text === undefined) return undefined;
      const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
      return number >= from && number <= to ? number : puzzle(name, text);
    },
    /** A box that is ticked (`1`) or not. */
    ticked(name: string, value: Query[string]): boolean {
      const text = one(value);
      if (text !== undefined && text !== '1') puzzle(name, text);
      return text === '1';
    },
    /**
     * The words of a search: composed (NFC), spaces made one, without what cannot be seen (zero-width and
     * direction-steering signs, controls). At most `longest` signs; what was cut is told.
     */
    words(name: string, value: Query[string], longest = 200): string | undefined {
      const text = (one(value) ?? '').normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu, ' ').replace(/\s+/g, ' ').trim();
      if (text.length > longest) puzzle(name, text);
      return text.slice(0, longest).trim() || undefined;
    },
    /** The page asked for; `pages` says later how many there are. */
    page: (value: Query[string]): number => {
      const text = one(value);
      if (text === undefined) return 1;
      return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : (puzzle('page', text) ?? 1);
    },
    /** What the list turned out to be: a page past its end is told, and an answer in which nothing was found is not kept. */
    found(list: { readonly total: number; readonly page: number }, page: number): void {
      if (page > list.page) puzzle('page', String(page));
      if (list.total === 0) passing();
    },
    perPage: (value: Query[string]): number => perPageChoices.find((each) => String(each) === one(value)) ?? (one(value) === undefined ? perPageChoices[0] : (puzzle('per-page', one(value) ?? '') ?? perPageChoices[0])),
  };
}

export type ListQuery = ReturnType<typeof listQuery>;

type Asked = string | number | readonly (string | number)[] | undefined;

/** What was asked and understood as parameters of an address, in their order; what is usual or not asked is left out. */
export function askedList(values: Readonly<Record<string, Asked>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => {
    const held = [value ?? []].flat().map(String);
    return held.length === 0 || (name === 'per-page' && held[0] === String(perPageChoices[0])) ? [] : [[name, held]];
  }));
}

function isDay(text: string): boolean {
  const read = /^\d{4}-\d\d-\d\d$/.test(text) && !text.startsWith('0000') ? new Date(`${text}T00:00:00Z`) : new Date(NaN);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === text;
}

import type { FuzzyDate } from '#office/fuzzy-date.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { defaultForm } from '#messages/routing.ts';

/** Where a page stands and what it is called. `path` is what follows the written form („/networks/ecad“). */
export type Place = { readonly form: WrittenForm; readonly origin: string; readonly path: string; readonly title: string; readonly description: string };

/** The whole address of a page of the site, by default of the page itself. */
export function addressAt({ form, origin, path }: Pick<Place, 'form' | 'origin' | 'path'>, other = path): string {
  return `${origin}/${form}${other === '/' ? '' : other}`;
}

/** The name by which machines know a record: one in all written forms, since it is one record. */
export function nameOf({ origin }: Pick<Place, 'origin'>, path: string): string {
  return `${origin}/${defaultForm}${path}#record`;
}

/** A date as ISO 8601 at the precision known; undefined where it is not known or only about known, for which the vocabulary has no sign. */
export function isoDate(date: FuzzyDate | null | undefined): string | undefined {
  return date && /^\d{4}(-\d{2}){0,2}$/.test(date.edtf) ? date.edtf : undefined;
}

/** The calendar day of an instant would depend on the clock of the reader, so the instant itself. */
export function isoInstant(instant: Date | null | undefined): string | undefined {
  return instant?.toISOString();
}

/** A list that says nothing is left out. */
export function some<T>(list: readonly (T | null | undefined)[]): T[] | undefined {
  const held = list.filter((one): one is T => one !== null && one !== undefined);
  return held.length > 0 ? held : undefined;
}

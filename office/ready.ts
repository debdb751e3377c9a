import type { LocalText } from '#messages/local-text.ts';
import type { Issue } from './outcome.ts';

/** One issue where publishing demands a value that a draft may lack. */
export function missing(field: string, value: unknown): Issue[] {
  const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  return empty ? [{ field, rule: 'neededToPublish' }] : [];
}

/** Prose shown to the public stands in Serbian, and in English or waived with a note (DOMAIN section 3). */
export function englishOrWaiver(record: { englishWaived: string | null }, field: string, text: LocalText | null): Issue[] {
  if (!text) return [];
  return [
    ...(text['sr-Cyrl'] || text['sr-Latn'] ? [] : [{ field: `${field}.sr-Cyrl`, rule: 'neededToPublish' }]),
    ...(text.en || record.englishWaived ? [] : [{ field: `${field}.en`, rule: 'englishOrWaiver' }]),
  ];
}

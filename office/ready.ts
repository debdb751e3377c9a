import type { LocalText } from '#messages/local-text.ts';
import type { Issue } from './outcome.ts';
import type { Noun } from './permission.ts';

/** What publishing asks of every record of a noun, by the fields of its form: what the checklist names even where it is met. */
export const demanded: Readonly<Record<Noun, readonly string[]>> = {
  organisation: ['name', 'kind'],
  membership: ['networkId', 'memberId', 'sources'],
  programme: ['name', 'funderId'],
  project: ['title', 'ourRole', 'partners'],
  agreement: ['title', 'type', 'procedure', 'parties', 'sources'],
  milestone: ['title', 'kind', 'agreementId'],
  document: ['title', 'kind', 'language', 'absentReason'],
};

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

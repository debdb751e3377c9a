import * as z from 'zod';
import { degrees } from '#office/entry/degrees.ts';
import { choice, count, fuzzyDate, line, localText, recordId, requiredChoice, requiredLocalText, requiredLine, rowsOf, source, tick, ticks, webAddress, optionalEmail, optionalLine, issue } from '#office/entry/pieces.ts';
import { sdgs } from '#office/vocabulary.ts';
import { networkLevels, organisationKinds } from './organisation.ts';

const country = line(2).transform((code, at): string | null => {
  if (code === '') return null;
  if (/^[A-Z]{2}$/.test(code)) return code;
  at.addIssue({ code: 'custom', params: { rule: 'notAChoice', values: {} } });
  return z.NEVER;
});

/** What may be entered of an organisation. A draft needs a name and a kind, so that it can be found again. */
export const organisationEntry = z.strictObject({
  name: requiredLocalText(300),
  acronym: localText(40),
  kind: requiredChoice(organisationKinds),
  country,
  place: localText(120),
  /** Degrees, WGS 84: where the place lies on the map; both or neither. */
  latitude: degrees(90),
  longitude: degrees(180),
  description: localText(8000),
  note: localText(2000),
  website: webAddress,
  externalIds: z.object({
    iati: optionalLine(60), wikidata: optionalLine(20), ror: optionalLine(60), registrationNumber: optionalLine(20), taxNumber: optionalLine(20),
  }).optional().transform((ids) => Object.fromEntries(Object.entries(ids ?? {}).filter(([, held]) => held !== null))),
  parentId: recordId,
  successorOfId: recordId,
  names: rowsOf(z.strictObject({
    id: recordId, name: requiredLocalText(300), acronym: localText(40), validFrom: fuzzyDate, validTo: fuzzyDate, note: localText(500),
  })),
  contacts: rowsOf(z.strictObject({
    id: recordId, name: requiredLine(120), office: localText(200), email: optionalEmail, phone: optionalLine(40),
    /** Why the office may keep these values (law 87/2018), and until when. */
    legalBasis: requiredLine(300), retainUntil: fuzzyDate, isPublic: tick,
  })),
  level: choice(networkLevels),
  scope: localText(300),
  benefit: localText(4000),
  legalForm: localText(120),
  founded: fuzzyDate,
  reformed: fuzzyDate,
  seatCountry: country,
  memberCount: count,
  countryCount: count,
  sdgs: ticks(sdgs),
  sources: rowsOf(source),
  englishWaived: optionalLine(500),
}).superRefine(({ latitude, longitude }, at) => {
  if (latitude === null && longitude !== null) at.addIssue({ ...issue('required'), path: ['latitude'] });
  if (longitude === null && latitude !== null) at.addIssue({ ...issue('required'), path: ['longitude'] });
});
export type OrganisationEntry = z.output<typeof organisationEntry>;

import { countFields, dateFields, formOf, plain, rowFields, several, sourceFields, textFields } from '#office/entry/fields.ts';
import type { FormValues } from '#office/outcome.ts';
import type { OrganisationRecord } from './read.ts';

/** The record as the fields of its form. */
export function organisationFields(record: OrganisationRecord): FormValues {
  return formOf(
    textFields('name', record.name), textFields('acronym', record.acronym), plain('kind', record.kind), plain('country', record.country),
    textFields('place', record.place), plain('latitude', record.latitude), plain('longitude', record.longitude), textFields('description', record.description), textFields('note', record.note), plain('website', record.website),
    ...Object.entries(record.externalIds).map(([key, held]) => plain(`externalIds.${key}`, held)),
    plain('parentId', record.parentId), plain('successorOfId', record.successorOfId),
    rowFields('names', record.names, (name, row) => formOf(
      plain(`${name}.id`, row.id), textFields(`${name}.name`, row.name), textFields(`${name}.acronym`, row.acronym),
      dateFields(`${name}.validFrom`, row.validFrom), dateFields(`${name}.validTo`, row.validTo), textFields(`${name}.note`, row.note),
    )),
    rowFields('contacts', record.contacts, (name, row) => formOf(
      plain(`${name}.id`, row.id), plain(`${name}.name`, row.name), textFields(`${name}.office`, row.office), plain(`${name}.email`, row.email),
      plain(`${name}.phone`, row.phone), plain(`${name}.legalBasis`, row.legalBasis), dateFields(`${name}.retainUntil`, row.retainUntil), plain(`${name}.isPublic`, row.isPublic),
    )),
    plain('level', record.level), textFields('scope', record.scope), textFields('benefit', record.benefit), textFields('legalForm', record.legalForm),
    dateFields('founded', record.founded), dateFields('reformed', record.reformed), plain('seatCountry', record.seatCountry),
    countFields('memberCount', record.memberCount), countFields('countryCount', record.countryCount), several('sdgs', record.sdgs),
    rowFields('sources', record.sources, sourceFields), plain('englishWaived', record.englishWaived),
  );
}

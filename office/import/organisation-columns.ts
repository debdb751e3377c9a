import { networkLevels, organisationKinds } from '#office/organisation/organisation.ts';
import { sdgs } from '#office/vocabulary.ts';
import { choiceColumn, choicesColumn, coded, countryWords } from './coded-columns.ts';
import type { Column } from './column.ts';
import { dateColumn } from './date-columns.ts';
import { recordColumn } from './record-columns.ts';
import { rowColumns } from './row-columns.ts';
import { localColumns, plainColumn, sourcesColumn, yesColumn } from './text-columns.ts';

const number = (key: string) => plainColumn({ key: `externalIds.${key}`, label: `organisation.externalIds_${key}` });

/** One person to write to, with the legal basis on which the office keeps the values (law 87/2018). */
const contact = rowColumns({ list: 'contacts', under: 'organisation.contacts' }, plainColumn({ key: 'name', label: 'organisation.contacts_name' }), [
  ...localColumns({ key: 'office', label: 'organisation.contacts_office' }), plainColumn({ key: 'email', label: 'organisation.contacts_email' }),
  plainColumn({ key: 'phone', label: 'organisation.contacts_phone' }), plainColumn({ key: 'legalBasis', label: 'organisation.contacts_legalBasis' }),
  dateColumn({ key: 'retainUntil', label: 'organisation.contacts_retainUntil' }), yesColumn({ key: 'isPublic', label: 'organisation.contacts_isPublic' }),
]);

/** What a table may say of an organisation. */
export const organisationColumns: readonly Column[] = [
  ...localColumns({ key: 'name', label: 'organisation.name', needed: true, example: 'organisation' }),
  ...localColumns({ key: 'acronym', label: 'organisation.acronym' }),
  choiceColumn({ key: 'kind', label: 'organisation.kind', needed: true, example: 'organisationKind', codes: coded(organisationKinds, 'vocabulary.organisationKind') }),
  choiceColumn({ key: 'country', label: 'organisation.country', example: 'country', codes: countryWords }),
  ...localColumns({ key: 'place', label: 'organisation.place', example: 'place' }),
  plainColumn({ key: 'latitude', label: 'organisation.latitude', holds: 'number' }),
  plainColumn({ key: 'longitude', label: 'organisation.longitude', holds: 'number' }),
  ...localColumns({ key: 'description', label: 'organisation.description' }),
  ...localColumns({ key: 'note', label: 'organisation.note' }),
  plainColumn({ key: 'website', label: 'organisation.website', holds: 'address', example: 'address' }),
  ...['registrationNumber', 'taxNumber', 'iati', 'wikidata', 'ror'].map(number),
  recordColumn({ key: 'parentId', label: 'organisation.parentId', noun: 'organisation' }),
  recordColumn({ key: 'successorOfId', label: 'organisation.successorOfId', noun: 'organisation' }),
  choiceColumn({ key: 'level', label: 'organisation.level', codes: coded(networkLevels, 'vocabulary.networkLevel') }),
  ...localColumns({ key: 'scope', label: 'organisation.scope' }),
  ...localColumns({ key: 'benefit', label: 'organisation.benefit' }),
  ...localColumns({ key: 'legalForm', label: 'organisation.legalForm' }),
  dateColumn({ key: 'founded', label: 'organisation.founded' }),
  dateColumn({ key: 'reformed', label: 'organisation.reformed' }),
  choiceColumn({ key: 'seatCountry', label: 'organisation.seatCountry', codes: countryWords }),
  choicesColumn({ key: 'sdgs', label: 'organisation.sdgs', codes: coded(sdgs, 'vocabulary.sdg') }),
  ...contact,
  sourcesColumn,
  plainColumn({ key: 'englishWaived', label: 'any.englishWaived' }),
];

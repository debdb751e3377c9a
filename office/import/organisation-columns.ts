import { networkLevels, organisationKinds } from '#office/organisation/organisation.ts';
import { sdgs } from '#office/vocabulary.ts';
import { choiceColumn, choicesColumn, coded, countryWords } from './coded-columns.ts';
import type { Column } from './column.ts';
import { dateColumn } from './date-columns.ts';
import { recordColumn } from './record-columns.ts';
import { localColumns, plainColumn, sourcesColumn } from './text-columns.ts';

const number = (key: string) => plainColumn({ key: `externalIds.${key}`, label: `organisation.externalIds_${key}` });

/** What a table may say of an organisation. People to write to are not taken from tables: each needs a legal basis of its own. */
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
  sourcesColumn,
  plainColumn({ key: 'englishWaived', label: 'any.englishWaived' }),
];

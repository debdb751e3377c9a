import { sql, type SQL } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { documentIndex, membershipIndex, milestoneIndex, organisationIndex, programmeIndex, projectIndex } from '#db/schema/register-index.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Noun } from './permission.ts';
import { sight } from './publication.ts';
import { sightOf } from './tables.ts';
import type { Viewer } from './viewer.ts';

/**
 * The narrow rows of each register, called like its records: whatever is asked of a record by the columns that both have, the
 * rule of sight among them, is asked of its narrow row where a query reads from here.
 */
export const narrowRows = {
  organisation: alias(organisationIndex, 'organisation'), programme: alias(programmeIndex, 'programme'), project: alias(projectIndex, 'project'),
  membership: alias(membershipIndex, 'membership'), milestone: alias(milestoneIndex, 'milestone'), document: alias(documentIndex, 'document'),
};
export type Narrowed = keyof typeof narrowRows;

/** The narrow rows of any register, those of agreements under their own name. */
export function narrowest(noun: Noun) {
  return noun === 'agreement' ? agreementIndex : narrowRows[noun];
}

/** The same as a query written by hand reads from them, where Drizzle would name an alias alone. */
export function fromNarrowest(noun: Noun): SQL {
  return sql`${sql.identifier(`${noun}_index`)} as ${sql.identifier(noun === 'agreement' ? 'agreement_index' : noun)}`;
}

/** The rule of sight, for a query that reads from there. */
export function narrowSight(viewer: Viewer, noun: Noun): SQL {
  return noun === 'agreement' ? sight(viewer, noun, agreementIndex) : sightOf(viewer, noun);
}

/** What the record is called in the order of this form's alphabet. */
export function nameIn(row: { readonly nameCyrl: AnyPgColumn; readonly nameLatn: AnyPgColumn; readonly nameEn: AnyPgColumn }, form: WrittenForm): AnyPgColumn {
  return { 'sr-Cyrl': row.nameCyrl, 'sr-Latn': row.nameLatn, en: row.nameEn }[form];
}

/** The state on `today`, an ISO day. */
export function stateOf<S extends string>(row: { readonly stateFrom: AnyPgColumn; readonly states: AnyPgColumn }, today: string): SQL<S> {
  return sql<S>`${row.states}[width_bucket(${today}::date, ${row.stateFrom})]`;
}

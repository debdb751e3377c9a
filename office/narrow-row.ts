import { sql, type SQL } from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { documentIndex, membershipIndex, milestoneIndex, organisationIndex, programmeIndex, projectIndex } from '#db/schema/register-index.ts';
import type { WrittenForm } from '#messages/local-text.ts';

/**
 * The narrow rows of each register, called like its records: whatever is asked of a record by the columns that both have, the
 * rule of sight among them, is asked of its narrow row where a query reads from here.
 */
export const narrowRows = {
  organisation: alias(organisationIndex, 'organisation'), programme: alias(programmeIndex, 'programme'), project: alias(projectIndex, 'project'),
  membership: alias(membershipIndex, 'membership'), milestone: alias(milestoneIndex, 'milestone'), document: alias(documentIndex, 'document'),
};
export type Narrowed = keyof typeof narrowRows;

/** What the record is called in the order of this form's alphabet. */
export function nameIn(row: { readonly nameCyrl: AnyPgColumn; readonly nameLatn: AnyPgColumn; readonly nameEn: AnyPgColumn }, form: WrittenForm): AnyPgColumn {
  return { 'sr-Cyrl': row.nameCyrl, 'sr-Latn': row.nameLatn, en: row.nameEn }[form];
}

/** The state on `today`, an ISO day. */
export function stateOf<S extends string>(row: { readonly stateFrom: AnyPgColumn; readonly states: AnyPgColumn }, today: string): SQL<S> {
  return sql<S>`${row.states}[width_bucket(${today}::date, ${row.stateFrom})]`;
}

import { agreementWithActs } from '#office/agreement/entry.ts';
import { membershipWithActs } from '#office/membership/entry.ts';
import { milestoneEntry } from '#office/milestone/entry.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { projectWithActs } from '#office/project/entry.ts';
import type { FormValues } from '#office/outcome.ts';
import type * as z from 'zod';
import { agreementColumns } from './agreement-columns.ts';
import { first, type Column } from './column.ts';
import type { ImportNoun } from './import.ts';
import { membershipColumns } from './membership-columns.ts';
import { milestoneColumns } from './milestone-columns.ts';
import { organisationColumns } from './organisation-columns.ts';
import { projectColumns } from './project-columns.ts';

/** The code by which a record is found again. The register gives it, so it is no field of an entry. */
export const codeColumn: Column = {
  key: 'code', label: 'any.code', holds: 'own', covers: ['code'], read: () => ({ fields: {} }), write: (values) => first(values, 'code'),
};

const own: Record<ImportNoun, readonly Column[]> = {
  organisation: organisationColumns, agreement: agreementColumns, membership: membershipColumns, project: projectColumns, milestone: milestoneColumns,
};

/** All that a table may say of a noun, the code first. */
export function columnsOf(noun: ImportNoun): readonly Column[] {
  return [codeColumn, ...own[noun]];
}

/** The schema by which the noun's own form is judged, and so every row of a table. */
export const entryOf: Record<ImportNoun, z.ZodType> = {
  organisation: organisationEntry, agreement: agreementWithActs, membership: membershipWithActs, project: projectWithActs, milestone: milestoneEntry,
};

/**
 * The column whose issue an issue of the entry is: the one that says most exactly that it covers the field, of the row of a list
 * that the issue is about.
 */
export function columnCovering(columns: readonly Column[], field: string, values: FormValues): Column | undefined {
  const [, list, at] = /^(\w+)\.(\d+)(?:\.|$)/.exec(field) ?? [];
  const plain = field.replaceAll(/\.\d+(?=\.|$)/g, '');
  const says = ({ ofRow }: Column) => !ofRow || ofRow.list !== list || ofRow.is(values, Number(at));
  const lengthOf = (column: Column) => (says(column) ? Math.max(-1, ...column.covers.map((one) => (plain === one || plain.startsWith(`${one}.`) ? one.length : -1))) : -1);
  const [best] = columns.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return best && lengthOf(best) >= 0 ? best : undefined;
}

import type { WrittenForm } from '#messages/local-text.ts';
import type { TwoFields } from '#office/double/read.ts';
import { fieldWords } from './value-words.ts';

/** One field of two records in words; a side that says nothing has none. */
export type MergeChoice = { readonly field: string; readonly label: string; readonly kept?: string; readonly double?: string };

/** The fields in which two records differ, under the labels of the noun's form. A side without words cannot be chosen. */
export function mergeChoices(fields: readonly TwoFields[], form: WrittenForm, label: (field: string) => string): MergeChoice[] {
  return fields.flatMap(({ table, field, before, after }) => {
    const [kept, double] = [fieldWords(table, field, before, form), fieldWords(table, field, after, form)];
    return double === undefined && kept === undefined ? [] : [{ field, label: label(field), kept, double }];
  });
}

import type * as z from 'zod';
import type { FormValues, Issue } from '#office/outcome.ts';
import { fieldName, nest } from './form-values.ts';

export type Parsed<T> =
  /** `onForm` turns a field of the entry (`parties.0.role`) into the one that was typed into: blank rows do not count in the entry. */
  | { readonly ok: true; readonly entry: T; readonly onForm: (field: string) => string }
  | { readonly ok: false; readonly issues: Issue[] };

/** The entry that a posted form holds, or one issue for every field that is wrong. */
export function parseEntry<T extends z.ZodType>(schema: T, values: FormValues): Parsed<z.output<T>> {
  const { value, rowNumbers } = nest(values);
  const read = schema.safeParse(value);
  const onForm = (field: string) => fieldName(field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)), rowNumbers);
  if (read.success) return { ok: true, entry: read.data, onForm };
  return { ok: false, issues: read.error.issues.map((found) => asIssue(found, rowNumbers)) };
}

function asIssue(found: z.core.$ZodIssue, rowNumbers: Map<string, number[]>): Issue {
  const field = fieldName(found.path, rowNumbers);
  if (found.code !== 'custom') return { field, rule: found.code === 'unrecognized_keys' ? 'unknownField' : 'malformed' };
  const { rule, values } = found.params as { rule: string; values: Record<string, string | number> };
  return { field, rule, values };
}

import type * as z from 'zod';
import type { FormValues, Issue } from '#office/outcome.ts';
import { fieldName, nest } from './form-values.ts';

export type Parsed<T> = { readonly ok: true; readonly entry: T } | { readonly ok: false; readonly issues: Issue[] };

/** The entry that a posted form holds, or one issue for every field that is wrong. */
export function parseEntry<T extends z.ZodType>(schema: T, values: FormValues): Parsed<z.output<T>> {
  const { value, rowNumbers } = nest(values);
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, entry: read.data };
  return { ok: false, issues: read.error.issues.map((found) => asIssue(found, rowNumbers)) };
}

function asIssue(found: z.core.$ZodIssue, rowNumbers: Map<string, number[]>): Issue {
  const field = fieldName(found.path, rowNumbers);
  if (found.code !== 'custom') return { field, rule: found.code === 'unrecognized_keys' ? 'unknownField' : 'malformed' };
  const { rule, values } = found.params as { rule: string; values: Record<string, string | number> };
  return { field, rule, values };
}

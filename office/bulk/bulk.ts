import type { Issue } from '#office/outcome.ts';

/** What can be done to many records at once; `assign` and `classify` only in the registers that have them. */
export const bulkVerbs = ['assign', 'classify', 'verify', 'publish', 'withdraw'] as const;
export type BulkVerb = (typeof bulkVerbs)[number];

/** How many records one act may be done to at once. */
export const mostInBulk = 1_000;

/** One reason why a record was refused. */
export type Reason = { readonly rule: string; readonly field?: string; readonly values?: Issue['values'] };

/** What came of one record: no reasons where it was done. */
export type BulkResult = { readonly reasons?: readonly Reason[] };

/** One act on many records; `details` is null until it is confirmed. */
export type BulkRun = {
  readonly id: string; readonly register: string; readonly verb: BulkVerb; readonly ids: readonly string[];
  readonly details: Readonly<Record<string, unknown>> | null; readonly results: readonly BulkResult[];
};

export function isOver(run: BulkRun): boolean {
  return run.details !== null && run.results.length >= run.ids.length;
}

/** What a trial found: figures for people, and what was promised and not kept. */
export type Report = { readonly figures: readonly string[]; readonly faults: readonly string[] };

/** The middle and the longest of measured milliseconds, in words. */
export function times(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${Math.round(sorted.at(-1) ?? 0)} ms`;
}

/** The share of the measured milliseconds below which `share` of them lie. */
export function percentile(milliseconds: readonly number[], share: number): number {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The sentences whose promise was not kept. */
export function unkept(promises: readonly (readonly [kept: boolean, words: string])[]): string[] {
  return promises.filter(([kept]) => !kept).map(([, words]) => words);
}

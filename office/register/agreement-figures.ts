import { columnsNow, dayNumber, reckoned, type Columns, type Several } from '#office/agreement/columns.ts';
import { binding, bindingSpans, rowsFor, standingAt } from '#office/agreement/tally.ts';
import { unsigned, type StandingState } from '#office/agreement/agreement.ts';
import type { Viewer } from '#office/viewer.ts';

/** A value of a facet with the number of agreements that have it. */
export type Tally = { readonly value: string; readonly count: number };
export type AgreementFigures = {
  /** Signed, whatever became of them. */
  readonly signed: number;
  /** Binding today, and how many of those from a day that nobody knows. */
  readonly bindingNow: number;
  readonly since: { readonly known: number; readonly unknown: number };
  /** Signed agreements of which it is not known whether they entered into force, or since when. */
  readonly undated: number;
  /** How many were binding at the end of each year, the last on `today`; without those of unknown beginning. */
  readonly years: readonly { readonly year: number; readonly count: number }[];
  readonly fields: readonly Tally[];
  readonly countries: readonly Tally[];
};

/** The agreements that the viewer may see in figures on `today` (ISO day), in one pass through the columns in memory. */
export async function agreementFigures(viewer: Viewer, today: string): Promise<AgreementFigures> {
  const columns = await columnsNow();
  const rows = await rowsFor(viewer, columns);
  if (viewer.kind !== 'visitor') return figuresOver(columns, rows, today);
  return reckoned(columns, `figures for the public on ${today}`, () => figuresOver(columns, rows, today));
}

/** No line is drawn through guessed points: what has no dates is counted beside it. */
export function figuresOver(columns: Pick<Columns, 'standing' | 'field' | 'country'>, rows: readonly number[], today: string): AgreementFigures {
  const day = dayNumber(today);
  const thisYear = Number(today.slice(0, 4));
  const changes = new Map<number, number>();
  let [signed, bindingNow, unknown, undated] = [0, 0, 0, 0];
  for (const row of rows) {
    const turns = columns.standing.of[row];
    if (!turns) continue;
    const now = standingAt(turns, columns.standing, day);
    const holds = binding.includes(now as StandingState);
    const spans = bindingSpans(turns, columns.standing).filter(({ from }) => from <= day);
    if (!unsigned.has(now)) signed += 1;
    if (holds) bindingNow += 1;
    if (holds && spans.at(-1)?.from === 0) unknown += 1;
    if (!unsigned.has(now) && spans.every(({ from }) => from === 0)) undated += 1;
    for (const { from, to } of spans) {
      if (from === 0) continue;
      const [start, end] = [yearOf(from), to === null || to > day ? null : yearOf(to)];
      if (end !== null && end <= start) continue;
      changes.set(start, (changes.get(start) ?? 0) + 1);
      if (end !== null) changes.set(end, (changes.get(end) ?? 0) - 1);
    }
  }
  return {
    signed, bindingNow, since: { known: bindingNow - unknown, unknown }, undated, years: overYears(changes, thisYear),
    fields: tally(columns.field, rows), countries: tally(columns.country, rows),
  };
}

function yearOf(day: number): number {
  return Math.floor(day / 10_000);
}

function overYears(changes: ReadonlyMap<number, number>, last: number): { year: number; count: number }[] {
  if (changes.size === 0) return [];
  const first = Math.min(...changes.keys());
  let count = 0;
  return Array.from({ length: last - first + 1 }, (_, place) => {
    count += changes.get(first + place) ?? 0;
    return { year: first + place, count };
  });
}

/** The most frequent first, then by the code. */
function tally({ of, words }: Several, rows: readonly number[]): Tally[] {
  const counts = new Map<number, number>();
  for (const row of rows) for (const word of of[row] ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ value: words[word] ?? '', count })).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Under which types the chronicle narrows; db/chronicle.sql says which kind of act or milestone is of which. */
export const chronicleTypes = [
  'preparation', 'decision', 'consent', 'signature', 'force', 'end', 'membership', 'project', 'result', 'deadline', 'visit', 'anniversary',
] as const;
export type ChronicleType = (typeof chronicleTypes)[number];

/** `due` until somebody says that it was reached; `planned` of a project's plan, whatever came of it. */
export type ChronicleState = 'due' | 'planned' | 'done' | 'cancelled';

/** How many entries there are of a type in a year (null: no date is known); those still to come apart from those that were. */
export type Counted = { readonly type: ChronicleType; readonly year: number | null; readonly ahead: boolean; readonly count: number };

/** What narrows the chronicle; without a date dimension (`years`, `undated`) everything stands. */
export type Narrowed = { readonly types?: readonly ChronicleType[]; readonly years?: readonly number[]; readonly undated?: boolean };

/** The counts that stand under a choice. */
export function narrowed(counted: readonly Counted[], { types = [], years = [], undated = false }: Narrowed): Counted[] {
  const anyDate = years.length === 0 && !undated;
  return counted.filter(({ type, year }) => (types.length === 0 || types.includes(type)) && (anyDate || (year === null ? undated : years.includes(year))));
}

export function sum(counted: readonly Counted[]): number {
  return counted.reduce((all, { count }) => all + count, 0);
}

/** How many there are in each year, the latest first; of what has no year, nothing. */
export function byYear(counted: readonly Counted[]): { year: number; count: number }[] {
  const years = Map.groupBy(counted.filter(({ year }) => year !== null), ({ year }) => year as number);
  return [...years].map(([year, held]) => ({ year, count: sum(held) })).toSorted((a, b) => b.year - a.year);
}

/** Whether an entry is still to come on `today` (ISO): a milestone that nobody has reached, or a date after today. */
export function isAhead({ state, day }: { state: ChronicleState; day: string | null }, today: string): boolean {
  return day !== null && (state === 'due' || day > today);
}

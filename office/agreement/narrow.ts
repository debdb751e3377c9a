import type { Columns, Turns, Words } from './columns.ts';

/** What narrows the list, as words of the columns; several of one facet widen it, several facets narrow it. An empty facet asks for nothing. */
export type Narrowing = {
  readonly type: readonly string[]; readonly standing: readonly string[]; readonly procedure: readonly string[]; readonly verification: readonly string[];
  readonly party: readonly string[]; readonly country: readonly string[]; readonly field: readonly string[];
  /** When it was signed: surely in one of these years, perhaps within the span of years, or on a day that nobody knows. */
  readonly year: readonly string[]; readonly from?: number; readonly to?: number; readonly undated: boolean;
};
export type FacetName = 'type' | 'standing' | 'procedure' | 'verification' | 'party' | 'country' | 'field' | 'year';

/** Each value that some row of the list has, with how many records choosing it would leave, the other facets as chosen. Of `year`, the undated stand under `undated`. */
export type Counts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/** The word that stands for a day of signing that nobody knows. */
export const undated = 'undated';

/**
 * Passes through the columns once for each facet. A row that all facets admit counts in each of them; one that a single
 * facet keeps out still counts there, since its value would let it in. `shown` holds 1 for each row of which the viewer
 * may know, `found` for each that the words leave; `day` is a number like 20261122. `matches` holds 1 for each row left.
 */
export function narrow(columns: Columns, { shown, found }: { shown: Uint8Array; found: Uint8Array | null }, chosen: Narrowing, day: number) {
  const facets = facetsOf(columns, day);
  const [misses, missed] = [new Uint8Array(shown.length), new Uint8Array(shown.length)];
  facets.forEach((facet, number) => {
    const admits = facet.rule(chosen);
    if (!admits) return;
    for (let row = 0; row < shown.length; row += 1) {
      if (admits(row)) continue;
      misses[row] = (misses[row] ?? 0) + 1;
      missed[row] = number;
    }
  });
  // What a row is worth to the counts: 0 nothing, 1 to each facet, 2 and above to the one that keeps it out.
  const worth = misses.map((count, row) => (!shown[row] || (found && !found[row]) || count > 1 ? 0 : count === 1 ? 2 + (missed[row] ?? 0) : 1));
  const matches = worth.map((one) => (one === 1 ? 1 : 0));
  const counts = Object.fromEntries(facets.map((facet, number) => [facet.name, counted(facet, shown, worth, number + 2)])) as Counts;
  return { total: matches.reduce((sum, one) => sum + one, 0), matches, counts };
}

/** Where a row has one word, its number; where it has several, their list. */
type Facet = { readonly name: FacetName; readonly words: readonly string[]; readonly of: ArrayLike<number | readonly number[]>; rule(chosen: Narrowing): ((row: number) => boolean) | null };

function counted({ words, of }: Facet, shown: Uint8Array, worth: Uint8Array, own: number): ReadonlyMap<string, number> {
  const tally = new Int32Array(words.length).fill(-1); // a word that no row shown has is no value of the facet
  for (let row = 0; row < shown.length; row += 1) {
    if (!shown[row]) continue;
    const value = worth[row] === 1 || worth[row] === own ? 1 : 0;
    const held = of[row] ?? [];
    if (typeof held === 'number') tally[held] = Math.max(0, tally[held] ?? 0) + value;
    else for (const word of held) tally[word] = Math.max(0, tally[word] ?? 0) + value;
  }
  return new Map(words.flatMap((word, number) => (word !== '' && (tally[number] ?? -1) >= 0 ? [[word, tally[number] ?? 0] as const] : [])));
}

function facetsOf(columns: Columns, day: number): Facet[] {
  const { type, procedure, verification, party, country, field, standing } = columns;
  const { words, of } = yearsOf(columns);
  const now = columns.ids.map((_, row) => standingOf(standing.of[row], day));
  return [
    ...Object.entries({ type, procedure, verification } as const).map(([name, one]) => codedFacet(name as 'type', one, one.of)),
    codedFacet('standing', standing, now),
    ...Object.entries({ party, country, field } as const).map(([name, one]) => codedFacet(name as 'party', one, one.of)),
    { name: 'year', words, of, rule: (chosen) => signedRule(columns, of, words, chosen) },
  ];
}

function codedFacet(name: Exclude<FacetName, 'year'>, { words, numbers }: Words, of: Facet['of']): Facet {
  return {
    name, words, of,
    rule(chosen) {
      if (chosen[name].length === 0) return null;
      const wanted = new Set(chosen[name].map((word) => numbers.get(word)));
      return (row) => {
        const held = of[row] ?? [];
        return typeof held === 'number' ? wanted.has(held) : held.some((word) => wanted.has(word));
      };
    },
  };
}

/** The number of the standing that holds on the day. */
function standingOf(turns: Turns | undefined, day: number): number {
  let at = (turns?.from.length ?? 0) - 1;
  while (at > 0 && (turns?.from[at] ?? 0) > day) at -= 1;
  return turns?.standings[at] ?? -1;
}

/** The year of each row's signing where it is certain; '' where it may be one of several. */
function yearsOf({ ids, signedFrom, signedTo }: Columns): { words: string[]; of: number[] } {
  const words = ['', undated];
  const numbers = new Map<number, number>();
  const of = ids.map((_, row) => {
    const [from, to] = [yearOf(signedFrom[row]), yearOf(signedTo[row])];
    if (from !== to) return 0;
    if (from === 0) return 1;
    const number = numbers.get(from) ?? words.push(String(from)) - 1;
    numbers.set(from, number);
    return number;
  });
  return { words, of };
}

/** Every year in which a row that is shown was surely signed. */
export function yearsIn(columns: Columns, shown: Uint8Array): ReadonlySet<string> {
  const { words, of } = yearsOf(columns);
  return new Set(of.flatMap((number, row) => (shown[row] && number > 1 ? [words[number] ?? ''] : [])));
}

function signedRule({ signedFrom, signedTo }: Columns, years: readonly number[], words: readonly string[], { year, from, to, undated: alsoUndated }: Narrowing) {
  const spans = from !== undefined || to !== undefined;
  if (year.length === 0 && !spans && !alsoUndated) return null;
  const wanted = new Set(year.map((one) => words.indexOf(one)));
  return (row: number) => {
    if (years[row] === 1) return alsoUndated;
    if (year.length === 0 && !spans) return false;
    const [first, last] = [yearOf(signedFrom[row]), yearOf(signedTo[row]) || 9999];
    return (year.length === 0 || wanted.has(years[row] ?? 0)) && first <= (to ?? 9999) && last >= (from ?? 0);
  };
}

function yearOf(day: number | undefined): number {
  return Math.floor((day ?? 0) / 10_000);
}

import { reckoned, type Columns, type Words } from './columns.ts';

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
 * Passes through the columns once for each facet that narrows. `shown` holds 1 for each row of which the viewer may know, `found` for
 * each that the words leave; `day` is a number like 20261122. `matches` holds 1 for each row left. `counts` passes through them once
 * more for each facet, so only a list that shows counts asks for them: a row that all facets admit counts in each of them; one that a
 * single facet keeps out still counts there, since its value would let it in.
 */
export function narrow(columns: Columns, { shown, found }: { shown: Uint8Array; found: Uint8Array | null }, chosen: Narrowing, day: number) {
  const facets = facetsOf(columns, day);
  // What a row is worth to the counts: 0 nothing, 1 to each facet, from 2 on to the one facet that keeps it out.
  const worth = new Uint8Array(shown.length);
  for (let row = 0; row < shown.length; row += 1) worth[row] = shown[row] && (!found || found[row]) ? 1 : 0;
  facets.forEach((facet, number) => {
    const admits = facet.rule(chosen);
    if (!admits) return;
    for (let row = 0; row < worth.length; row += 1) {
      const one = worth[row];
      if (one !== 0 && !admits(row)) worth[row] = one === 1 ? number + 2 : 0;
    }
  });
  let total = 0;
  const matches = new Uint8Array(shown.length);
  for (let row = 0; row < worth.length; row += 1) {
    if (worth[row] !== 1) continue;
    matches[row] = 1;
    total += 1;
  }
  const counts = (): Counts => {
    const inAll = allCounted(facets, shown, day);
    return Object.fromEntries(facets.map((facet, number) => [facet.name, worded(facet, inAll[number], counted(facet, worth, 1, number + 2))])) as Counts;
  };
  return { total, matches, counts };
}

/** One word of each row as its number, or a list of several. */
type Facet = { readonly name: FacetName; readonly words: readonly string[]; readonly of: ArrayLike<number> | ArrayLike<readonly number[]>; rule(chosen: Narrowing): ((row: number) => boolean) | null };

/** How many rows shown have each word, whatever is chosen; the same rows are asked for by one reader after the other. */
function allCounted(facets: readonly Facet[], shown: Uint8Array, day: number): readonly Int32Array[] {
  const known = countedBefore.get(shown);
  const tallies = known?.day === day ? known.tallies : facets.map((facet) => counted(facet, shown, 1, 1));
  countedBefore.set(shown, { day, tallies });
  return tallies;
}

const countedBefore = new WeakMap<Uint8Array, { day: number; tallies: readonly Int32Array[] }>();

/** How many rows of this worth, or of that one, have each word. */
function counted({ words, of }: Facet, worth: Uint8Array, one: number, other: number): Int32Array {
  const tally = new Int32Array(words.length);
  if (isSingle(of)) {
    for (let row = 0; row < worth.length; row += 1) if (worth[row] === one || worth[row] === other) (tally[of[row] as number] as number) += 1;
    return tally;
  }
  for (let row = 0; row < worth.length; row += 1) {
    if (worth[row] !== one && worth[row] !== other) continue;
    const held = of[row] as readonly number[];
    for (let place = 0; place < held.length; place += 1) (tally[held[place] as number] as number) += 1;
  }
  return tally;
}

/** A word that no row shown has is no value of the facet; one that no row has left counts zero. */
function worded({ words }: Facet, inAll: Int32Array | undefined, left: Int32Array): ReadonlyMap<string, number> {
  return new Map(words.flatMap((word, number) => (word !== '' && inAll?.[number] ? [[word, left[number] ?? 0] as const] : [])));
}

function isSingle(of: Facet['of']): of is ArrayLike<number> {
  return of.length === 0 || typeof of[0] === 'number';
}

function facetsOf(columns: Columns, day: number): Facet[] {
  const { type, procedure, verification, party, country, field, standing } = columns;
  const { words, of } = yearsOf(columns);
  return [
    ...Object.entries({ type, procedure, verification } as const).map(([name, one]) => codedFacet(name as 'type', one, one.of)),
    codedFacet('standing', standing, standingsOn(columns, day)),
    ...Object.entries({ party, country, field } as const).map(([name, one]) => codedFacet(name as 'party', one, one.of)),
    { name: 'year', words, of, rule: (chosen) => signedRule(columns, of, words, chosen) },
  ];
}

function codedFacet(name: Exclude<FacetName, 'year'>, { words, numbers }: Words, of: Facet['of']): Facet {
  return {
    name, words, of,
    rule(chosen) {
      if (chosen[name].length === 0) return null;
      const wanted = words.map((_, number) => chosen[name].some((word) => numbers.get(word) === number));
      return isSingle(of) ? (row) => wanted[of[row] as number] === true : (row) => (of[row] as readonly number[]).some((word) => wanted[word]);
    },
  };
}

/** The number of the standing that holds on the day, for each row. */
function standingsOn(columns: Columns, day: number): Uint8Array {
  return reckoned(columns, `standings ${day}`, () => Uint8Array.from(columns.standing.of, ({ from, standings }) => {
    let at = from.length - 1;
    while (at > 0 && (from[at] ?? 0) > day) at -= 1;
    return standings[at] ?? 0;
  }));
}

/** The year of each row's signing where it is certain; '' where it may be one of several. */
function yearsOf(columns: Columns): { words: string[]; of: Uint16Array } {
  return reckoned(columns, 'years', () => {
    const words = ['', undated];
    const numbers = new Map<number, number>();
    const of = Uint16Array.from(columns.ids, (_, row) => {
      const [from, to] = [yearOf(columns.signedFrom[row]), yearOf(columns.signedTo[row])];
      if (from !== to) return 0;
      if (from === 0) return 1;
      const number = numbers.get(from) ?? words.push(String(from)) - 1;
      numbers.set(from, number);
      return number;
    });
    return { words, of };
  });
}

/** Every year in which a row that is shown was surely signed. */
export function yearsIn(columns: Columns, shown: Uint8Array): ReadonlySet<string> {
  const { words, of } = yearsOf(columns);
  return new Set(words.filter((_, number) => number > 1 && of.some((year, row) => year === number && shown[row])));
}

function signedRule({ signedFrom, signedTo }: Columns, years: ArrayLike<number>, words: readonly string[], { year, from, to, undated: alsoUndated }: Narrowing) {
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

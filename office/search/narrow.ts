import type { Verification } from '#db/columns.ts';
import type { SearchKind } from '#db/schema/search.ts';
import type { Viewer } from '#office/viewer.ts';
import type { AskedTerm } from './search.ts';
import { candidates, mostCandidates, type Candidate } from './candidates.ts';

/** What a reader chose; several values of one facet widen it, several facets narrow the list. */
export type Chosen = {
  readonly type: readonly SearchKind[]; readonly country: readonly string[]; readonly year: readonly string[]; readonly verification: readonly Verification[];
};
export type FacetName = keyof Chosen;
export type FacetCounts = Record<FacetName, readonly { readonly value: string; readonly count: number }[]>;

/** `more`: there are others beyond `found`, and the counts are of those that were looked at. */
export type Narrowed = { readonly found: readonly Candidate[]; readonly more: boolean; readonly counts: FacetCounts };

export const facetNames = ['type', 'country', 'year', 'verification'] as const satisfies readonly FacetName[];

const valuesOf: Record<FacetName, (one: Candidate) => readonly string[]> = {
  type: ({ kind }) => [kind], country: ({ countries }) => countries, year: ({ years }) => years.map(String), verification: ({ verification }) => [verification],
};
const tagOf: Record<FacetName, (value: string) => string> = {
  type: (kind) => `kind_${kind}`, country: (code) => code, year: (year) => year, verification: (state) => `verification_${state}`,
};

/** The records that hold the terms and what was chosen, and how many there are of each value, the other facets as chosen. */
export async function narrow(viewer: Viewer, terms: readonly AskedTerm[], chosen: Chosen): Promise<Narrowed> {
  const all = await candidates(viewer, terms);
  if (all.length <= mostCandidates) {
    const counted = (name: FacetName) => countsOf(all.filter(admits(chosen, name)), name, chosen);
    return { found: all.filter(admits(chosen)), more: false, counts: { type: counted('type'), country: counted('country'), year: counted('year'), verification: counted('verification') } };
  }
  return narrowMany(viewer, terms, chosen, all);
}

/** Too many to look at each: the index narrows them, and every list is bounded. */
async function narrowMany(viewer: Viewer, terms: readonly AskedTerm[], chosen: Chosen, all: readonly Candidate[]): Promise<Narrowed> {
  const without = (left?: FacetName) => {
    const groups = facetNames.map((name) => (name === left ? [] : chosen[name].map(tagOf[name])));
    return groups.some(({ length }) => length) ? candidates(viewer, terms, groups) : Promise.resolve(all);
  };
  const found = await without();
  const counted = async (name: FacetName) => countsOf(chosen[name].length ? await without(name) : found, name, chosen);
  const [type, country, year, verification] = await Promise.all([counted('type'), counted('country'), counted('year'), counted('verification')]);
  return { found: found.slice(0, mostCandidates), more: found.length > mostCandidates, counts: { type, country, year, verification } };
}

function admits(chosen: Chosen, left?: FacetName): (one: Candidate) => boolean {
  return (one) => facetNames.every((name) => name === left || chosen[name].length === 0 || valuesOf[name](one).some((value) => (chosen[name] as readonly string[]).includes(value)));
}

function countsOf(among: readonly Candidate[], name: FacetName, chosen: Chosen) {
  const counted = new Map<string, number>(chosen[name].map((value) => [value, 0]));
  for (const value of among.slice(0, mostCandidates).flatMap(valuesOf[name])) counted.set(value, (counted.get(value) ?? 0) + 1);
  return [...counted].map(([value, count]) => ({ value, count }));
}

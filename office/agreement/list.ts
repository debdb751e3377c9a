import { and, asc, desc, eq, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import { agreement } from '#db/schema/agreement.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { compareFuzzy } from '#office/fuzzy-date.ts';
import { folded, inAlphabet, inOrder } from '#office/listing.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { AgreementType, StandingState } from './agreement.ts';
import { line, type AgreementLine } from './read.ts';
import { withStanding } from './register.ts';

/** `party` holds slugs of organisations; several values of one facet widen it, several facets narrow the list. */
export type AgreementFilter = {
  q?: string; types?: readonly AgreementType[]; standings?: readonly StandingState[]; parties?: readonly string[];
  /** The register of memoranda is the same list of one type. */
  only?: AgreementType;
  publication?: Publication; ownerId?: string; form?: WrittenForm; sort?: string; page?: number; perPage?: number;
};

/** How many records each value of a facet holds, the other facets as chosen. */
export type FacetCount = { readonly value: string; readonly count: number };

/**
 * The register: agreements that the viewer may see, by the last change unless `sort` says otherwise (`title`, `code`,
 * `signed`, newest first). A standing follows from acts and from the day, so no query can ask for it: every agreement
 * that the text search leaves is read with its acts and asked in memory, which is right for a city's hundreds.
 */
export async function listAgreements(viewer: Viewer, filter: AgreementFilter, today: string) {
  const rule = and(
    sight(viewer, 'agreement', agreement),
    filter.only ? eq(agreement.type, filter.only) : undefined,
    filter.publication ? eq(agreement.publication, filter.publication) : undefined,
    filter.ownerId ? eq(agreement.ownerId, filter.ownerId) : undefined,
    folded(filter.q, agreement.title, agreement.code, agreement.summary, agreement.registryNo),
  );
  const rows = await reader().select(line).from(agreement).where(rule).orderBy(inOrder(orders(filter.form), filter.sort), asc(agreement.code));
  const all = await withStanding(viewer, rows, today);
  const found = all.filter((one) => facetNames.every((name) => facets[name].admits(one, filter)));
  if (filter.sort === 'signed') found.sort((a, b) => newestFirst(a, b));
  const perPage = filter.perPage ?? 25;
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  return {
    lines: found.slice((page - 1) * perPage, page * perPage), total: found.length, page, pages,
    counts: { type: countsOf(all, filter, 'type'), standing: countsOf(all, filter, 'standing'), party: countsOf(all, filter, 'party') },
    parties: partiesIn(all),
  };
}

export type AgreementList = Awaited<ReturnType<typeof listAgreements>>;

/** A second running period is in force too, so the facet `in_force` holds it. */
const facets = {
  type: {
    valuesOf: (one: AgreementLine) => (one.type ? [one.type] : []),
    admits: (one: AgreementLine, { types }: AgreementFilter) => !types?.length || types.includes(one.type as AgreementType),
  },
  standing: {
    valuesOf: (one: AgreementLine) => [one.standing.state as string],
    admits: (one: AgreementLine, { standings }: AgreementFilter) => !standings?.length || standings.includes(one.standing.state),
  },
  party: {
    valuesOf: (one: AgreementLine) => one.parties.flatMap(({ organisation }) => (organisation && !organisation.isSelf ? [organisation.slug] : [])),
    admits: (one: AgreementLine, { parties }: AgreementFilter) => !parties?.length || one.parties.some(({ organisation }) => organisation && parties.includes(organisation.slug)),
  },
};
type FacetName = keyof typeof facets;
const facetNames = Object.keys(facets) as FacetName[];

function countsOf(all: readonly AgreementLine[], filter: AgreementFilter, name: FacetName): FacetCount[] {
  const left = all.filter((one) => facetNames.every((other) => other === name || facets[other].admits(one, filter)));
  const held = Map.groupBy(left.flatMap((one) => [...new Set(facets[name].valuesOf(one))]), (value) => value);
  const values = new Set(all.flatMap((one) => facets[name].valuesOf(one)));
  return [...values].map((value) => ({ value, count: held.get(value)?.length ?? 0 }));
}

type Named = NonNullable<AgreementLine['parties'][number]['organisation']>;

/** Every organisation beside the City that is a party of any of them, for the words of the facet. */
function partiesIn(all: readonly AgreementLine[]): Named[] {
  const found = new Map<string, Named>();
  for (const { organisation } of all.flatMap(({ parties }) => parties)) {
    if (organisation && !organisation.isSelf) found.set(organisation.slug, organisation);
  }
  return [...found.values()];
}

/** The undated come last, in the order that they had. */
function newestFirst(a: AgreementLine, b: AgreementLine): number {
  const [left, right] = [a.standing.signedOn, b.standing.signedOn];
  if (!left || !right) return left ? -1 : right ? 1 : 0;
  return -compareFuzzy(left, right);
}

function orders(form: WrittenForm = 'sr-Cyrl'): Record<string, SQL> {
  return { changed: desc(agreement.changedAt), title: inAlphabet(agreement.title, form), code: asc(agreement.code) };
}

import { and, eq, inArray, ne, not, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Verification } from '#db/columns.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { agreement } from '#db/schema/agreement.ts';
import { organisation } from '#db/schema/organisation.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { lookUp } from '#office/matching.ts';
import { narrowRows } from '#office/narrow-row.ts';
import { smallerSide, type Side } from '#office/page-of-hits.ts';
import { scopeOf, sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import { admitted, type Admission } from './admitted.ts';
import type { AgreementType, Procedure, StandingState } from './agreement.ts';
import { columnsNow, dayNumber, readOnce, reckoned, type Columns } from './columns.ts';
import { agreementOrders, pageInOrder } from './in-order.ts';
import { narrow, undated, yearsIn, type Counts, type FacetName } from './narrow.ts';
import { line } from './read.ts';
import { withStanding } from './register.ts';

/** `parties` holds slugs of organisations, `years` years of signing; several values of one facet widen it, several facets narrow the list. */
export type AgreementFilter = {
  q?: string; types?: readonly AgreementType[]; standings?: readonly StandingState[]; parties?: readonly string[]; countries?: readonly string[];
  fields?: readonly string[]; years?: readonly number[]; procedures?: readonly Procedure[]; verifications?: readonly Verification[];
  /** Signed within these years, as far as is known; `undated` lets in also, or alone, what was signed on a day that nobody knows. */
  from?: number; to?: number; undated?: boolean;
  /** `-` before the name of an order turns it round. */
  form?: WrittenForm; sort?: string; page?: number; perPage?: number;
} & Admission;

/** How many records each value of a facet holds, the other facets as chosen. */
export type FacetCount = { readonly value: string; readonly count: number };

/** An organisation beside the City that is a party of some agreement of the list. */
export type PartyCount = FacetCount & Pick<typeof organisation.$inferSelect, 'name' | 'acronym'>;

/** Parties that are named with their counts: those of the most agreements, and whatever is chosen. */
const namedParties = 40;

/**
 * The register: agreements that the viewer may see, by the last change unless `sort` says otherwise (`title`, `code`,
 * `signed`, newest first), with the counts of every facet. Counted in the columns in memory; only the rows of the page
 * are read with their parties and acts, once more under the rule of sight. `unknown` names what was asked for and is not
 * in the list at all; it narrows nothing.
 */
export async function listAgreements(viewer: Viewer, filter: AgreementFilter, today: string) {
  const narrowed = await narrowAgreements(viewer, filter, today);
  const { chosenParties, years } = narrowed;
  const counts = narrowed.counts();
  const [page, parties] = await Promise.all([pageOf(viewer, narrowed, filter, today), hiddenParties(viewer).then((hidden) => partyCounts(counts, hidden, chosenParties))]);
  const valued = (name: FacetName): FacetCount[] => [...counts[name]].flatMap(([value, count]) => (value === undated ? [] : [{ value, count }]));
  return {
    ...page,
    counts: {
      type: valued('type'), standing: valued('standing'), procedure: valued('procedure'), verification: valued('verification'),
      country: valued('country'), field: valued('field'), year: valued('year'), party: parties.named,
    },
    /** How many parties there are in all, where `counts.party` names the first of them only. */
    partiesInAll: parties.inAll,
    undated: counts.year.get(undated) ?? 0,
    unknown: {
      party: (filter.parties ?? []).filter((slug) => !chosenParties.some((one) => one.slug === slug)), year: years.get(false) ?? [],
    },
  };
}

export type AgreementList = Awaited<ReturnType<typeof listAgreements>>;

/** The same list where no facets stand beside it: nothing but the rows of the page is counted. */
export async function pageOfAgreements(viewer: Viewer, filter: AgreementFilter, today: string) {
  return pageOf(viewer, await narrowAgreements(viewer, filter, today), filter, today);
}

async function pageOf(viewer: Viewer, { columns, matches, total }: Narrowed, filter: AgreementFilter, today: string) {
  const perPage = filter.perPage ?? 25;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const ids = await pageInOrder(columns, matches, total, { ...orderAsked(filter), from: (page - 1) * perPage, count: perPage });
  return { lines: await agreementLines(viewer, ids, today), total, page, pages };
}

type Narrowed = Awaited<ReturnType<typeof narrowAgreements>>;

/** The rows that match: the passes through the columns, before a page of them is read. */
export async function narrowAgreements(viewer: Viewer, filter: AgreementFilter, today: string) {
  const columns = await columnsNow();
  const [shown, found, chosenParties] = await Promise.all([shownTo(viewer, columns, filter, today), foundBy(filter.q, columns), partiesBySlug(viewer, filter.parties ?? [])]);
  const years = Map.groupBy((filter.years ?? []).map(String), (year) => yearsIn(columns, shown).has(year));
  const chosen = {
    type: filter.types ?? [], standing: filter.standings ?? [], procedure: filter.procedures ?? [], verification: filter.verifications ?? [],
    party: chosenParties.map(({ id }) => id), country: filter.countries ?? [], field: filter.fields ?? [], year: years.get(true) ?? [],
    from: filter.from, to: filter.to, undated: filter.undated ?? false,
  };
  return { columns, chosenParties, years, ...narrow(columns, { shown, found }, chosen, dayNumber(today)) };
}

/** The order that was asked for; by the last change where there is no such. */
export function orderAsked({ sort = '', form = 'sr-Cyrl' }: Pick<AgreementFilter, 'sort' | 'form'>) {
  const order = agreementOrders.find((known) => known === sort || `-${known}` === sort);
  return { order: order ?? 'changed', turned: order !== undefined && sort.startsWith('-'), form } as const;
}

/** 1 for each row of which the viewer may know, and which the list is of at all. */
async function shownTo(viewer: Viewer, columns: Columns, filter: AgreementFilter, today: string): Promise<Uint8Array> {
  const { publication: { of, numbers } } = columns;
  const published = numbers.get('published');
  const admits = await admitted(columns, filter, today);
  const open = reckoned(columns, 'published', () => Uint8Array.from(of, (one) => (one === published ? 1 : 0)));
  const seen = viewer.kind === 'visitor' ? open : await readOnce(columns, `seen by ${scopeOf(viewer)}`, () => alsoSeenBy(viewer, columns, open));
  return admits ? seen.map((one, row) => (one && admits(row) ? 1 : 0)) : seen;
}

/** What is not public is asked for under the rule of sight: once, since that looks at nothing but what the narrow rows hold. */
async function alsoSeenBy(viewer: Viewer, { places }: Columns, open: Uint8Array): Promise<Uint8Array> {
  const others = await reader().select({ id: agreementIndex.id }).from(agreementIndex)
    .where(and(ne(agreementIndex.publication, 'published'), sight(viewer, 'agreement', agreementIndex)));
  const seen = open.slice();
  for (const { id } of others) {
    const row = places.get(id);
    if (row !== undefined) seen[row] = 1;
  }
  return seen;
}

/** 1 for each row that holds the words; null where no words are asked for. */
async function foundBy(q: string | undefined, columns: Columns): Promise<Uint8Array | null> {
  const words = lookUp(q, 'agreement');
  return words ? rowsHolding(await smallerSide(words, 'agreement', columns.ids.length), columns) : null;
}

/** 1 for each row that holds the words of which this is one side; only the ids of that side are read. */
export async function rowsHolding(side: Side, { ids, places }: Pick<Columns, 'ids' | 'places'>): Promise<Uint8Array> {
  const { rows: [answer] } = await reader().execute<{ ids: string | null }>(sql`select string_agg(id::text, ',') as ids from (${side.ids}) as hit`);
  const [inside, outside] = side.are ? [1, 0] : [0, 1];
  const holding = new Uint8Array(ids.length).fill(outside);
  for (const id of answer?.ids?.split(',') ?? []) {
    const row = places.get(id);
    if (row !== undefined) holding[row] = inside;
  }
  return holding;
}

/** Organisations of which the viewer may not know: no facet names them. */
async function hiddenParties(viewer: Viewer): Promise<ReadonlySet<string>> {
  const row = narrowRows.organisation;
  const rows = await reader().select({ id: row.id }).from(row).where(not(sight(viewer, 'organisation', row)));
  return new Set(rows.map(({ id }) => id));
}

const named = { id: organisation.id, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym };

async function partiesBySlug(viewer: Viewer, slugs: readonly string[]) {
  if (slugs.length === 0) return [];
  return reader().select(named).from(organisation).where(and(inArray(organisation.slug, [...slugs]), eq(organisation.isSelf, false), sight(viewer, 'organisation', organisation)));
}

async function partyCounts({ party }: Counts, hidden: ReadonlySet<string>, chosen: Awaited<ReturnType<typeof partiesBySlug>>) {
  const seen = [...party].filter(([id]) => !hidden.has(id));
  const first = seen.toSorted(([, a], [, b]) => b - a).slice(0, namedParties).map(([id]) => id);
  const rows = first.length ? await reader().select(named).from(organisation).where(inArray(organisation.id, first)) : [];
  const known = new Map([...chosen, ...rows].map((one) => [one.id, one]));
  return { inAll: seen.length, named: [...known.values()].map(({ id, slug, name, acronym }): PartyCount => ({ value: slug, count: party.get(id) ?? 0, name, acronym })) };
}

/** The lines of these agreements in the order of their ids, as far as the viewer may see them. */
export async function agreementLines(viewer: Viewer, ids: readonly string[], today: string) {
  if (ids.length === 0) return [];
  const rows = await reader().select(line).from(agreement)
    .where(and(sql`${agreement.id} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`, sight(viewer, 'agreement', agreement)));
  const places = new Map(ids.map((id, place) => [id, place]));
  return withStanding(viewer, rows.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)), today);
}

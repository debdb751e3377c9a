import { and, eq, inArray, ne, not, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication, Verification } from '#db/columns.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { agreement } from '#db/schema/agreement.ts';
import { organisation } from '#db/schema/organisation.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { matching } from '#office/matching.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { AgreementType, Procedure, StandingState } from './agreement.ts';
import { columnsNow, dayNumber, reckoned, type Columns } from './columns.ts';
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
  /** The register of memoranda is the same list of one type. */
  only?: AgreementType;
  publication?: Publication; ownerId?: string; form?: WrittenForm; sort?: string; page?: number; perPage?: number;
};

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
  const columns = await columnsNow();
  const [shown, found, hidden, chosenParties] = await Promise.all([
    shownTo(viewer, columns, filter), foundBy(filter.q, columns), hiddenParties(viewer), partiesBySlug(viewer, filter.parties ?? []),
  ]);
  const years = Map.groupBy((filter.years ?? []).map(String), (year) => yearsIn(columns, shown).has(year));
  const chosen = {
    type: filter.types ?? [], standing: filter.standings ?? [], procedure: filter.procedures ?? [], verification: filter.verifications ?? [],
    party: chosenParties.map(({ id }) => id), country: filter.countries ?? [], field: filter.fields ?? [], year: years.get(true) ?? [],
    from: filter.from, to: filter.to, undated: filter.undated ?? false,
  };
  const { total, matches, counts } = narrow(columns, { shown, found }, chosen, dayNumber(today));
  const perPage = filter.perPage ?? 25;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const order = agreementOrders.find((known) => known === filter.sort) ?? 'changed';
  const ids = await pageInOrder(columns, matches, total, { order, form: filter.form ?? 'sr-Cyrl', from: (page - 1) * perPage, count: perPage });
  const [lines, parties] = await Promise.all([linesOf(viewer, ids, today), partyCounts(counts, hidden, chosenParties)]);
  const valued = (name: FacetName): FacetCount[] => [...counts[name]].flatMap(([value, count]) => (value === undated ? [] : [{ value, count }]));
  return {
    lines, total, page, pages,
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

/** 1 for each row of which the viewer may know, and which the list is of at all. What is not public is asked for under the rule of sight. */
async function shownTo(viewer: Viewer, columns: Columns, { only, publication, ownerId }: AgreementFilter): Promise<Uint8Array> {
  const { publication: { of, numbers }, owner, type, places } = columns;
  const [published, stage, ownedBy, typed] = [numbers.get('published'), numbers.get(publication ?? ''), owner.numbers.get(ownerId ?? ''), type.numbers.get(only ?? '')];
  const ofAll = !publication && !ownerId && !only;
  const admits = (row: number) => (!publication || of[row] === stage) && (!ownerId || owner.of[row] === ownedBy) && (!only || type.of[row] === typed);
  const open = reckoned(columns, 'published', () => Uint8Array.from(of, (one) => (one === published ? 1 : 0)));
  const shown = ofAll ? open : open.map((one, row) => (one && admits(row) ? 1 : 0));
  if (viewer.kind === 'visitor') return shown;
  const others = await reader().select({ id: agreementIndex.id }).from(agreementIndex)
    .where(and(ne(agreementIndex.publication, 'published'), sight(viewer, 'agreement', agreementIndex)));
  const also = shown.slice();
  for (const { id } of others) {
    const row = places.get(id);
    if (row !== undefined && admits(row)) also[row] = 1;
  }
  return also;
}

/** 1 for each row that holds the words; null where no words are asked for. */
async function foundBy(q: string | undefined, { ids, places }: Columns): Promise<Uint8Array | null> {
  const rule = matching(q, 'agreement', agreementIndex.id);
  if (!rule) return null;
  const rows = await reader().select({ ids: sql<string | null>`string_agg(${agreementIndex.id}::text, ',')` }).from(agreementIndex).where(rule);
  const found = new Uint8Array(ids.length);
  for (const id of rows[0]?.ids?.split(',') ?? []) {
    const row = places.get(id);
    if (row !== undefined) found[row] = 1;
  }
  return found;
}

/** Organisations of which the viewer may not know: no facet names them. */
async function hiddenParties(viewer: Viewer): Promise<ReadonlySet<string>> {
  const rows = await reader().select({ id: organisation.id }).from(organisation).where(not(sight(viewer, 'organisation', organisation)));
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

async function linesOf(viewer: Viewer, ids: readonly string[], today: string) {
  if (ids.length === 0) return [];
  const rows = await reader().select(line).from(agreement)
    .where(and(sql`${agreement.id} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`, sight(viewer, 'agreement', agreement)));
  return withStanding(viewer, rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)), today);
}

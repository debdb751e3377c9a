import type { WrittenForm } from '#messages/local-text.ts';
import type { Viewer } from '#office/viewer.ts';
import { askedTerms } from './search.ts';
import type { Candidate } from './candidates.ts';
import { hitsOf, type Hit } from './hits.ts';
import { narrow, type Chosen, type FacetCounts } from './narrow.ts';
import { offersFor, type Offers } from './nearest.ts';

export type SearchAsked = { readonly q?: string; readonly chosen: Chosen; readonly page?: number; readonly perPage?: number; readonly form: WrittenForm };

/** One page of what was found, in groups of one kind, the group of the best hit first. */
export type Found = {
  readonly groups: readonly { readonly kind: Hit['kind']; readonly total: number; readonly hits: readonly Hit[] }[];
  /** Where there are `more` than were looked at, the total and the counts are of those that were. */
  readonly total: number; readonly more: boolean; readonly page: number; readonly pages: number;
  /** Place of the first and the last hit of the page, from 1. */
  readonly from: number; readonly to: number;
  readonly counts: FacetCounts;
  /** Ways on, where nothing was found. */
  readonly offers: Offers;
};

/**
 * Everything that the viewer may see and that holds what `q` asks for. Null where `q` asks for nothing: no word, or
 * signs alone. A page past the end is the last one.
 */
export async function search(viewer: Viewer, { q, chosen, page, perPage = 25, form }: SearchAsked, today: string): Promise<Found | null> {
  const terms = askedTerms(q);
  if (terms.length === 0) return null;
  const { found, more, counts } = await narrow(viewer, terms, chosen);
  const groups = grouped(found);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const number = Math.min(Math.max(1, page ?? 1), pages);
  const shown = groups.flat().slice((number - 1) * perPage, number * perPage);
  const [hits, offers] = await Promise.all([
    hitsOf(viewer, shown, terms, form, today),
    found.length === 0 ? offersFor(viewer, q ?? '', terms, form) : { meant: null, fewer: [] },
  ]);
  const totals = new Map(groups.map((group) => [group[0]?.kind, group.length]));
  return {
    groups: [...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, some]) => ({ kind, total: totals.get(kind) ?? some.length, hits: some })),
    total: found.length, more, page: number, pages, from: shown.length ? (number - 1) * perPage + 1 : 0, to: (number - 1) * perPage + shown.length, counts, offers,
  };
}

/** The candidates come best first, so the kind met first has the best. */
function grouped(found: readonly Candidate[]): Candidate[][] {
  return [...Map.groupBy(found, ({ kind }) => kind).values()];
}

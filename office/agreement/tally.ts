import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { StandingState } from './agreement.ts';
import { reckoned, type Columns, type Turns } from './columns.ts';

/** Standings in which an agreement binds. */
export const binding: readonly StandingState[] = ['in_force', 'notice_given', 'suspended'];

/** The rows of the columns of which the viewer may know, by their place; to a visitor the columns themselves say it. */
export async function rowsFor(viewer: Viewer, columns: Columns): Promise<number[]> {
  const { publication, ids, places } = columns;
  const published = publication.numbers.get('published');
  if (viewer.kind === 'visitor') return reckoned(columns, 'rows of the public', () => ids.flatMap((_, row) => (publication.of[row] === published ? [row] : [])));
  const seen = await reader().select({ id: agreement.id }).from(agreement).where(sight(viewer, 'agreement', agreement));
  return seen.flatMap(({ id }) => places.get(id) ?? []);
}

/** When an agreement was binding: days like 20261122, `from` 0 where its beginning is not known, `to` the first day after, or null. */
export type Span = { readonly from: number; readonly to: number | null };

/** The spans in which a row was binding; `standing` are the columns' words. */
export function bindingSpans({ from, standings }: Turns, standing: Columns['standing']): Span[] {
  return standings.flatMap((state, place) => (binding.includes(standing.words[state] as StandingState) ? [{ from: from[place] ?? 0, to: from[place + 1] ?? null }] : []));
}

/** The standing on a day like 20261122. */
export function standingAt({ from, standings }: Turns, standing: Columns['standing'], day: number): string {
  const place = from.findLastIndex((first) => first <= day);
  return standing.words[standings[place] ?? -1] ?? '';
}

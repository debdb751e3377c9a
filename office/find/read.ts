import type { LocalText } from '#messages/local-text.ts';
import { paperNames } from '#office/document/read.ts';
import type { Noun } from '#office/permission.ts';
import { references } from '#office/reference.ts';
import { referred, type Referred } from '#office/referred.ts';
import { wordsOf } from '#office/search/search.ts';
import type { Viewer } from '#office/viewer.ts';
import { candidates, recent, type Candidate } from './candidates.ts';

/** A record as a picker or the palette offers it; a membership goes by the name of its network. */
export type Found = {
  readonly noun: Noun; readonly id: string; readonly code: string; readonly slug: string;
  readonly name: LocalText | null; readonly kind: string | null;
};

export type Wanted = {
  /** Typed in either script, with or without diacritics: names in use and out of use, acronyms, codes, numbers. */
  readonly q: string;
  readonly nouns: readonly Noun[];
  /** Only organisations of this kind, where organisations are asked for. */
  readonly kind?: 'network';
  readonly limit: number;
};

/**
 * The records that staff may mean by what they type, the best first; where nothing is typed, those that the viewer worked on
 * last, then those that anybody did. Never more than the viewer may see, and nothing for a visitor.
 */
export async function findRecords(viewer: Viewer, { q, nouns, kind, limit }: Wanted): Promise<Found[]> {
  if (viewer.kind === 'visitor' || nouns.length === 0 || limit < 1) return [];
  const words = wordsOf(q.slice(0, 200)).slice(0, wordsRead);
  if (q.trim() && words.length === 0) return [];
  const named = words.length ? await candidates(viewer, words, nouns, kind) : await recent(viewer, nouns, kind, limit);
  const found: Found[] = [];
  // The viewer may not see all of them, so they are asked for in lots until there are enough.
  for (let from = 0; from < named.length && found.length < limit; from += lot) found.push(...await recordsNamed(viewer, named.slice(from, from + lot)));
  return found.slice(0, limit);
}

/** So many words of what is typed are looked for; whatever follows them narrows nothing. */
export const wordsRead = 8;

const lot = 60;

/** Those of these that the viewer may see, in their order. */
export async function recordsNamed(viewer: Viewer, named: readonly Candidate[]): Promise<Found[]> {
  const others = named.filter((one): one is Candidate & { noun: Referred } => referred.some((noun) => noun === one.noun));
  const papers = named.filter(({ noun }) => noun === 'document').map(({ id }) => id);
  const [held, read] = await Promise.all([references(viewer, others), paperNames(viewer, papers)]);
  const all = new Map<string, Found>([...held, ...[...read].map(([id, one]) => [id, { noun: 'document' as const, ...one }] as const)]);
  return named.flatMap(({ id }) => all.get(id) ?? []);
}

import { fold } from '#messages/fold.ts';
import { meaningsOf } from './meaning.ts';

/** One thing that a record must hold: a folded word with the tags that it may stand for, or words side by side. */
export type AskedTerm =
  | { readonly phrase: false; readonly word: string; readonly tags: readonly string[] }
  | { readonly phrase: true; readonly words: readonly string[] };

const mostTerms = 12;
const longest = 60;

/**
 * What a line typed by a reader asks for. Words between quotation marks of any kind are asked as they stand, side by
 * side; all other words in any inflection, each of them; signs that are neither letter nor digit only part words. Small
 * words (и, у, за, the, of) are passed over unless nothing else is asked. Never an error: nonsense asks for nothing.
 */
export function askedTerms(q: string | null | undefined): AskedTerm[] {
  const pieces = (q ?? '').slice(0, 1_000).split(/["„“”«»]/);
  const terms = pieces.flatMap((piece, place): AskedTerm[] => {
    const words = wordsOf(piece);
    // Between the first mark and the second stands a phrase; a mark without its fellow quotes nothing.
    const quoted = place % 2 === 1 && place < pieces.length - 1;
    if (quoted && words.length > 0) return [{ phrase: true, words: words.slice(0, mostTerms) }];
    return meaningsOf(words).map(({ word, tags }) => ({ phrase: false, word, tags }));
  });
  const heavy = terms.filter((term) => term.phrase || !small.has(term.word));
  return unlike(heavy.length ? heavy : terms).slice(0, mostTerms);
}

/** The folded words of a text: what is neither letter nor digit parts them. The same as povelja_plain in db/search.sql. */
export function wordsOf(text: string): string[] {
  return fold(text.toWellFormed().replaceAll('\0', ' ')).split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => word.slice(0, longest));
}

/** Every word that is asked for, to be marked where it is found. */
export function wordsAsked(terms: readonly AskedTerm[]): string[] {
  return [...new Set(terms.flatMap((term) => (term.phrase ? term.words : [term.word])))];
}

function unlike(terms: readonly AskedTerm[]): AskedTerm[] {
  return [...new Map(terms.map((term) => [term.phrase ? `"${term.words.join(' ')}"` : term.word, term])).values()];
}

const small = new Set('a i o u s sa za na od do iz po k ka ili the of and in for to an with on by at or'.split(' '));

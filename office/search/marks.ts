import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { wordsOf, type AskedTerm } from './search.ts';

/** A text in pieces, so that what was asked for can be marked. */
export type Segment = { readonly text: string; readonly marked: boolean };
/** The folded words that answer what was asked, and the phrases, which only answer side by side. */
export type Marking = { readonly words: ReadonlySet<string>; readonly phrases: readonly (readonly string[])[] };

/** Which words of these texts answer the terms: as they stand, by their beginning, or by their stem, as the database finds them. */
export async function markingFor(terms: readonly AskedTerm[], texts: Iterable<string>): Promise<Marking> {
  const asked = terms.flatMap((term) => (term.phrase ? [] : [term.word]));
  const phrases = terms.flatMap((term) => (term.phrase ? [term.words] : []));
  if (asked.length === 0) return { words: new Set(), phrases };
  // An inflection begins as its word does, so only those are asked of the database.
  const beginnings = new Set(asked.map((word) => word.slice(0, 2)));
  const near = new Set([...texts].flatMap((text) => tokensOf(text).map(({ word }) => word)).filter((word) => beginnings.has(word.slice(0, 2))));
  const { rows } = await reader().execute<{ word: string }>(sql`
    select held.word from unnest(${array([...near])}::text[]) as held (word) where exists (
      select 1 from unnest(${array(asked)}::text[]) as asked (word)
      where held.word = asked.word or (length(asked.word) >= 3 and starts_with(held.word, asked.word))
        or povelja_stem(held.word, 'sr') = povelja_stem(asked.word, 'sr') or povelja_stem(held.word, 'en') = povelja_stem(asked.word, 'en'))`);
  return { words: new Set(rows.map(({ word }) => word)), phrases };
}

/** The text with every word marked that answers. */
export function marked(text: string, marking: Marking): Segment[] {
  const tokens = tokensOf(text);
  const answering = placesOf(tokens.map(({ word }) => word), marking);
  const segments: Segment[] = [];
  let done = 0;
  tokens.forEach(({ at, length }, place) => {
    if (!answering.has(place)) return;
    if (at > done) segments.push({ text: text.slice(done, at), marked: false });
    segments.push({ text: text.slice(at, at + length), marked: true });
    done = at + length;
  });
  if (done < text.length) segments.push({ text: text.slice(done), marked: false });
  return segments;
}

/** How many words of the text answer. */
export function marksIn(text: string, marking: Marking): number {
  return placesOf(tokensOf(text).map(({ word }) => word), marking).size;
}

/** At most `length` signs of the text around the first word that answers, cut between words. */
export function excerpt(text: string, marking: Marking, length = 240): Segment[] {
  if (text.length <= length) return marked(text, marking);
  const tokens = tokensOf(text);
  const [first = 0] = placesOf(tokens.map(({ word }) => word), marking);
  const hit = tokens[first]?.at ?? 0;
  const from = hit < length / 2 ? 0 : tokens.find(({ at }) => at >= hit - length / 3)?.at ?? 0;
  const last = tokens.findLast((token) => token.at + token.length <= from + length);
  const to = from + length >= text.length || !last ? Math.min(text.length, from + length) : last.at + last.length;
  return marked(`${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`, marking);
}

function placesOf(words: readonly string[], { words: answering, phrases }: Marking): Set<number> {
  const places = new Set(words.flatMap((word, place) => (answering.has(word) ? [place] : [])));
  for (const phrase of phrases) {
    words.forEach((_, place) => {
      if (phrase.every((word, after) => words[place + after] === word)) phrase.forEach((__, after) => places.add(place + after));
    });
  }
  return new Set([...places].toSorted((a, b) => a - b));
}

function tokensOf(text: string): { word: string; at: number; length: number }[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => ({ word: wordsOf(found[0]).join(''), at: found.index, length: found[0].length }));
}

/** Folded words have neither quotes nor commas. */
function array(words: readonly string[]) {
  return sql.param(`{${words.join(',')}}`);
}

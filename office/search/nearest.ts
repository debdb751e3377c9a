import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { fold } from '#messages/fold.ts';
import { toLatin } from '#messages/latin.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Viewer } from '#office/viewer.ts';
import { askedTerms, type AskedTerm } from './search.ts';
import { findsAny } from './candidates.ts';

/** What a reader who found nothing may try: the same line with its typing errors put right, or fewer of its words. */
export type Offers = { readonly meant: string | null; readonly fewer: readonly string[] };

const mostWords = 5;

/**
 * Offers lines under which this viewer does find something; a word that stands only in records that the viewer may
 * not see is never offered.
 */
export async function offersFor(viewer: Viewer, q: string, terms: readonly AskedTerm[], form: WrittenForm): Promise<Offers> {
  const words = terms.flatMap((term) => (term.phrase ? [] : [term.word])).slice(0, mostWords);
  const alone = await Promise.all(words.map(async (word) => ({ word, found: await findsAny(viewer, askedTerms(word)) })));
  const meant = await putRight(viewer, q, alone.filter(({ found }) => !found).map(({ word }) => word), form);
  const typed = new Map([...q.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => [fold(word), word]));
  const fewer = terms.length > 1 ? alone.flatMap(({ word, found }) => (found ? [typed.get(word) ?? word] : [])) : [];
  return { meant, fewer };
}

/** The line with each unknown word replaced by the nearest one under which something is found; null where none is near. */
async function putRight(viewer: Viewer, q: string, unknown: readonly string[], form: WrittenForm): Promise<string | null> {
  const nearest = new Map(await Promise.all(unknown.map(async (word) => [word, await nearestTo(viewer, word)] as const)));
  if (nearest.size === 0 || [...nearest.values()].includes(null)) return null;
  const line = q.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => nearest.get(fold(word)) ?? word);
  const written = form === 'sr-Cyrl' ? line : toLatin(line);
  return await findsAny(viewer, askedTerms(written)) ? written : null;
}

async function nearestTo(viewer: Viewer, word: string): Promise<string | null> {
  if (word.length < 3) return null;
  // Short words that differ in one letter have few trigrams in common, so all that are one step away are asked by name.
  const { rows } = await reader().execute<{ word: string; spelling: string }>(sql`
    (select word, spelling from search_word where word = any(${sql.param(`{${oneStepFrom(word).join(',')}}`)}::text[]) limit 40)
    union all (select word, spelling from search_word where word % ${word} order by similarity(word, ${word}) desc, length(word), word limit 12)`);
  const near = rows.map((row) => ({ ...row, steps: distance(row.word, word) }))
    .filter(({ steps }) => steps <= Math.max(1, Math.floor(word.length / 3)))
    .toSorted((a, b) => a.steps - b.steps || Math.abs(a.word.length - word.length) - Math.abs(b.word.length - word.length) || (a.word < b.word ? -1 : 1));
  for (const { spelling } of near.slice(0, 5)) if (await findsAny(viewer, askedTerms(spelling))) return spelling;
  return null;
}

/** Every word that one slip makes of this one. */
function oneStepFrom(word: string): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const cuts = Array.from({ length: word.length + 1 }, (_, at) => [word.slice(0, at), word.slice(at)] as const);
  return [...new Set(cuts.flatMap(([before, after]) => [
    before + after.slice(1), ...(after.length > 1 ? [`${before}${after[1]}${after[0]}${after.slice(2)}`] : []),
    ...letters.flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]),
  ]))];
}

/** Letters left out, put in, mistaken or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last?.[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before?.[j - 2] ?? 0) + 1);
      row[j] = least;
    }
    [before, last] = [last ?? [], row];
  }
  return last?.[b.length] ?? 0;
}

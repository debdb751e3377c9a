import { wordsOf } from '#office/search/search.ts';

/**
 * Whether two names are so alike that they may be one: the same words but for what kind of body it is, one or two slips of
 * the pen, or most of their letters in common. Numbers must be equal, since „Пројекат 2“ is not „Пројекат 3“.
 */
export function isNear(one: string, other: string): boolean {
  const [a, b] = [core(one), core(other)];
  if (a.numbers !== b.numbers) return false;
  if (a.words === b.words) return true;
  if (Math.min(a.words.length, b.words.length) < 4) return false;
  return similarity(a.words, b.words) >= alike || slips(a.words, b.words) <= (Math.min(a.words.length, b.words.length) < 10 ? 1 : 2);
}

/** The least likeness of two names, by their trigrams as Postgres counts them. */
export const alike = 0.6;

/** The words of a name, folded, without those that say of what kind it is; all of them where nothing else is left. */
export function ownWords(name: string): string {
  const words = wordsOf(name);
  const own = words.filter((word) => !generic.has(word));
  return (own.length ? own : words).join(' ');
}

/** What is left of a name without its numbers and the words that say of what kind it is. */
function core(name: string): { words: string; numbers: string } {
  const words = wordsOf(name);
  const own = words.filter((word) => !generic.has(word) && !/\d/.test(word));
  return { words: (own.length ? own : words.filter((word) => !/\d/.test(word))).join(' '), numbers: words.filter((word) => /\d/.test(word)).join(' ') };
}

const generic = new Set('grad grada gradu gradom opstina opstine opstinu city town municipality of the and i u za o sa'.split(' '));

function similarity(a: string, b: string): number {
  const [one, other] = [trigrams(a), trigrams(b)];
  const common = [...one].filter((three) => other.has(three)).length;
  return common / (one.size + other.size - common);
}

function trigrams(text: string): Set<string> {
  return new Set(text.split(' ').flatMap((word) => Array.from({ length: word.length + 1 }, (_, at) => `  ${word} `.slice(at, at + 3))));
}

/** Letters left out, put in or mistaken; counted no further than three. */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return Math.min(3, row[b.length] ?? 3);
}

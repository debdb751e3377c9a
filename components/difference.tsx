import type { ReactNode } from 'react';
import { diffArrays } from 'diff';

type Props = { was: string | undefined; is: string | undefined };

/** What stood, with the words struck that go. */
export function Was({ was, is }: Props): ReactNode {
  return partsOf(was, is).map(({ value, added, removed }, place) => (added ? null : removed ? <del key={place}>{value}</del> : value));
}

/** What would stand, with the words underlined that come. */
export function Is({ was, is }: Props): ReactNode {
  return partsOf(was, is).map(({ value, added, removed }, place) => (removed ? null : added ? <ins key={place}>{value}</ins> : value));
}

/** Both in one line: the words that went struck, those that came underlined, the others as they stay. */
export function WasAndIs({ was, is }: Props): ReactNode {
  return partsOf(was, is).map(({ value, added, removed }, place) => (removed ? <del key={place}>{value}</del> : added ? <ins key={place}>{value}</ins> : value));
}

/** Comparing word by word takes time that grows with both texts; past this many characters a text is struck and set whole. */
const longest = 20_000;

type Part = { value: string; added?: boolean | undefined; removed?: boolean | undefined };

function partsOf(was = '', is = ''): Part[] {
  if (was.length + is.length > longest) return [{ value: was, removed: true }, { value: is, added: true }];
  const parts = inRuns(diffArrays(wordsOf(was), wordsOf(is)).map(({ value, added, removed }) => ({ value: value.join(''), added, removed })));
  return isAnother(parts, Math.min(was.length, is.length)) ? [{ value: was, removed: true }, { value: is, added: true }] : parts;
}

/** Words of any script, and each mark and space beside them; the words of jsdiff are those of the Latin script alone, and it takes Cyrillic letter by letter. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? [];
}

/** Words that change one after another go and come as one run, with the spaces between them. */
function inRuns(parts: readonly Part[]): Part[] {
  const runs: Part[] = [];
  let [was, is] = ['', ''];
  for (const [place, { value, added, removed }] of parts.entries()) {
    const next = parts[place + 1];
    const between = value.trim() === '' && (was || is) && next && (next.added || next.removed);
    if (removed || between) was += value;
    if (added || between) is += value;
    if (added || removed || between) continue;
    runs.push(...runOf(was, is), { value });
    [was, is] = ['', ''];
  }
  return [...runs, ...runOf(was, is)];
}

function runOf(was: string, is: string): Part[] {
  return [...(was ? [{ value: was, removed: true }] : []), ...(is ? [{ value: is, added: true }] : [])];
}

/** A text of which little more than „и“ and „у“ has stayed is another one: word for word it could not be read. */
function isAnother(parts: readonly Part[], shorter: number): boolean {
  const stayed = parts.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.trim().length), 0);
  return shorter > 0 && (stayed === 0 || (shorter > 40 && stayed * 3 < shorter));
}

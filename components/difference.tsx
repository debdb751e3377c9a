import type { ReactNode } from 'react';
import { diffWordsWithSpace } from 'diff';

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

type Part = { value: string; added?: boolean; removed?: boolean };

function partsOf(was = '', is = ''): Part[] {
  if (was.length + is.length > longest) return [{ value: was, removed: true }, { value: is, added: true }];
  const parts = diffWordsWithSpace(was, is);
  return isAnother(parts, Math.min(was.length, is.length)) ? [{ value: was, removed: true }, { value: is, added: true }] : parts;
}

/** A text of which little more than „и“ and „у“ has stayed is another one: word for word it could not be read. */
function isAnother(parts: readonly Part[], shorter: number): boolean {
  const stayed = parts.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.trim().length), 0);
  return shorter > 40 && stayed * 3 < shorter;
}

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

function partsOf(was = '', is = ''): { value: string; added?: boolean; removed?: boolean }[] {
  if (was.length + is.length > longest) return [{ value: was, removed: true }, { value: is, added: true }];
  return diffWordsWithSpace(was, is);
}

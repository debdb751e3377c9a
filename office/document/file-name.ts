import { slugOf } from '#office/naming.ts';

/**
 * The name of a file as it may be shown and kept: no folder, no character that cannot be seen or that turns the
 * direction of writing, at most 200 characters with its ending. It never becomes a path.
 */
export function tidyName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const seen = last.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '').replaceAll(/\s+/g, ' ').trim();
  const ending = endingOf(seen);
  const stem = ending ? seen.slice(0, -ending.length - 1) : seen;
  const short = [...stem].slice(0, 190).join('').trim() || 'file';
  return ending ? `${short}.${ending}` : short;
}

/** What follows the last full stop, in small letters; '' where that is no ending. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The address of a file: its id finds it, the name is for people and for what a browser saves. */
export function fileAddress({ id, name }: { id: string; name: string }): string {
  return `/files/${id}/${addressName(name)}`;
}

/** The name in plain ASCII. */
export function addressName(name: string): string {
  const ending = endingOf(name);
  const stem = slugOf(ending ? name.slice(0, -ending.length - 1) : name) || 'file';
  return ending ? `${stem}.${ending}` : stem;
}

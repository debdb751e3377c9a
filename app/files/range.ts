/** Bytes from `from` to before `to`. */
export type Range = { readonly from: number; readonly to: number };

/**
 * The one range that was asked for (RFC 9110, 14.1.2), or null for the whole: where none was asked for, where it cannot
 * be read, and where there are several, which a server may leave unheeded. `none` where no byte of the file lies in it.
 */
export function rangeAsked(header: string | null, size: number): Range | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.replaceAll(/[ \t]/g, '') ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return Number(last) === 0 || size === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size };
  if (last !== '' && Number(last) < Number(first)) return null;
  if (Number(first) >= size) return 'none';
  return { from: Number(first), to: last === '' ? size : Math.min(size, Number(last) + 1) };
}

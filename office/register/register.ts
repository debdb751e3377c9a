import type { Noun } from '#office/permission.ts';

/** How many records of a noun there are, how far they are trusted, and the instant of the last change among them. */
export type NounCount = { readonly noun: Noun; readonly total: number; readonly checked: number; readonly disputed: number; readonly changedAt: Date | null };

/** The same over all nouns together. */
export function inAll(counts: readonly NounCount[]): Omit<NounCount, 'noun'> {
  const sum = (of: 'total' | 'checked' | 'disputed') => counts.reduce((all, one) => all + one[of], 0);
  const instants = counts.flatMap(({ changedAt }) => (changedAt ? [changedAt.getTime()] : []));
  return { total: sum('total'), checked: sum('checked'), disputed: sum('disputed'), changedAt: instants.length ? new Date(Math.max(...instants)) : null };
}

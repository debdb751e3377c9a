import { publicFolder } from '#office/organisation/organisation.ts';
import type { Noun } from '#office/permission.ts';
import type { Referred } from '#office/referred.ts';

/** How many records of a noun there are, how far they are trusted, and the instant of the last change among them. */
export type NounCount = { readonly noun: Noun; readonly total: number; readonly checked: number; readonly disputed: number; readonly changedAt: Date | null };

/** The same over all nouns together. */
export function inAll(counts: readonly NounCount[]): Omit<NounCount, 'noun'> {
  const sum = (of: 'total' | 'checked' | 'disputed') => counts.reduce((all, one) => all + one[of], 0);
  const instants = counts.flatMap(({ changedAt }) => (changedAt ? [changedAt.getTime()] : []));
  return { total: sum('total'), checked: sum('checked'), disputed: sum('disputed'), changedAt: instants.length ? new Date(Math.max(...instants)) : null };
}

/** The folder of the public page that tells of a record: a membership stands with its network; a milestone has no page of its own. */
export function pageFolder({ noun, kind }: { readonly noun: Referred; readonly kind: string | null }): string | null {
  switch (noun) {
    case 'agreement': return 'agreements';
    case 'membership': return 'networks';
    case 'programme': return 'programmes';
    case 'project': return 'projects';
    case 'organisation': return publicFolder(kind);
    case 'milestone': return null;
  }
}

import { actsBy } from './acts.ts';
import type { Facts } from './agreement.ts';
import type { Standing } from './standing.ts';
import { periodOf, type Period } from './term.ts';

/** One period of the agreement and how it came about; `next` is the one that begins by itself if nobody gives notice. */
export type Lived = Period & { readonly by: 'agreement' | 'tacit' | 'express' | 'next' };

/**
 * The periods up to the one that runs, agreed ones that follow it, and the next tacit one; none where no term is known. The
 * last `most` of them. They are reckoned, as DOMAIN section 3 has it, and never entered.
 */
export function periodsOf({ terms, acts }: Facts, standing: Standing, today: string, most = 6): Lived[] {
  const { period } = standing;
  const start = terms.validFrom ?? standing.inForceFrom;
  if (!period?.endsOn) return [];
  const agreed = actsBy(acts, today).filter(({ kind }) => kind === 'renewal').length;
  const granted = Math.max(period.number, agreed + 1);
  const last = standing.renewsOn ? granted + 1 : granted;
  const from = Math.max(1, last - most + 1);
  return Array.from({ length: last - from + 1 }, (_, place) => {
    const number = from + place;
    const by = number === 1 ? 'agreement' : number > granted ? 'next' : number <= agreed + 1 ? 'express' : 'tacit';
    return { ...periodOf(terms, start, number - 1), by };
  });
}

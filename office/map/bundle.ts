import type { Tie } from './map.ts';

/** How many records a tie names; the rest is counted. */
const named = 3;

/** Ties that say the same of the same place and organisation made one, with all their records. */
export function bundle(ties: readonly Tie[]): Tie[] {
  const groups = Map.groupBy(ties, ({ layer, what, organisation, where: { country, latitude, longitude, name } }, place) =>
    JSON.stringify([layer, what, organisation?.slug ?? null, organisation ? null : [country, latitude, longitude, name, what === 'joining' ? place : null]]));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const records = [first, ...others].flatMap((one) => one.records);
    return [{ ...first, records: records.slice(0, named), total: [first, ...others].reduce((sum, { total }) => sum + total, 0) }];
  });
}

import type { Tie } from './map.ts';

/** How many records a tie names; the rest is counted. */
const named = 12;

/** Ties of one place that say the same of the same organisation made one, with all their records. */
export function bundle(ties: readonly Tie[]): Tie[] {
  const groups = Map.groupBy(ties, ({ layer, what, organisation, on, where: { name } }) => JSON.stringify([layer, what, organisation?.slug, on?.edtf, organisation ? null : name]));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const records = [first, ...others].flatMap((one) => one.records);
    return [{ ...first, records: records.slice(0, named), total: [first, ...others].reduce((sum, { total }) => sum + total, 0) }];
  });
}

import type { Toll } from './killing.ts';

/** The promises of the office under kills, each that was not kept in words. Ready means ready within ten seconds. */
export function broken(toll: Toll): string[] {
  const promises: [boolean, string][] = [
    [toll.acknowledged.length >= toll.kills * 8, `only ${toll.acknowledged.length} changes were acknowledged, too few to prove anything`],
    [sum(toll.thrown) >= toll.kills, `only ${sum(toll.thrown)} calls were hit, so the kills proved nothing`],
    [toll.lost.length === 0, `${toll.lost.length} acknowledged changes are lost`],
    [toll.half.length === 0, `half records: ${toll.half.join(', ')}`],
    [toll.hung === 0, `${toll.hung} calls hung`],
    [toll.refused.length === 0, `refused: ${toll.refused.join(', ')}`],
    [toll.uncaught.length === 0, `uncaught: ${toll.uncaught.join(', ')}`],
    [Math.max(...toll.readyAfter) < 10_000, `ready only after ${Math.max(...toll.readyAfter)} ms`],
    [toll.unusable === 0, `${toll.unusable} connections cannot be used any more`],
    [toll.busy === 0, `${toll.busy} connections are busy for nobody`],
  ];
  return promises.filter(([kept]) => !kept).map(([, words]) => words);
}

/** The figures, one a line. */
export function summary(toll: Toll): string {
  const ready = toll.readyAfter.toSorted((a, b) => a - b);
  return [
    `acknowledged ${toll.acknowledged.length}, lost ${toll.lost.length}, half ${toll.half.length}`,
    `hung ${toll.hung}, slowest call ${toll.slowest} ms`,
    `uncaught ${toll.uncaught.length}${toll.uncaught.map((one) => `\n  ${one}`).join('')}`,
    `ready again after ${ready[Math.floor(ready.length / 2)]} ms (median), ${ready.at(-1)} ms (longest)`,
    `connections unusable ${toll.unusable}, busy ${toll.busy}`,
    ...Object.entries(toll.thrown).map(([what, times]) => `  ${times} × ${what}`),
  ].join('\n');
}

function sum(thrown: Toll['thrown']): number {
  return Object.values(thrown).reduce((all, times) => all + times, 0);
}

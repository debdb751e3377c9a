// `npm run trials [part …]`: the faults of the specs in full numbers, against the real thing. Takes minutes, prints
// figures, and ends with 1 where a promise was not kept.
import { whenToldToLeave } from '#server/closing.ts';
import { load, machine } from '../bench/machine.ts';
import { sweep } from './temporary-folder.ts';
import type { Report } from './trials/report.ts';

/** Each part brings along only what it needs itself. */
const parts: Record<string, () => Promise<Report>> = {
  kills: async () => (await import('./trials/kills.ts')).kills({ kills: 60 }),
  'app-kills': async () => (await import('./trials/app-kills.ts')).appKills({ kills: 60 }),
  away: async () => (await import('./trials/away.ts')).databaseAway({ seconds: 60 }),
  disk: async () => (await import('./trials/disk.ts')).diskFull(),
  instances: async () => (await import('./trials/whole.ts')).instances({ turns: 100, people: 500, requests: 10_000, restarts: 4 }),
  slow: async () => (await import('./trials/whole.ts')).slow({ connections: 1_000, seconds: 75 }),
  saving: async () => (await import('./trials/whole.ts')).saving({ rounds: 500, forms: 1_000, people: 200, presses: 50 }),
  upgrades: async () => (await import('./trials/upgrades.ts')).upgrades({ rows: 100_000 }),
  versions: async () => (await import('./trials/versions.ts')).versions({ older: process.env.POVELJA_OLDER }),
  doors: async () => (await import('./trials/doors.ts')).doors(),
  inputs: async () => (await import('./trials/doors.ts')).inputs({ values: 30_000, singly: 3_000 }),
  timing: async () => (await import('./trials/timing.ts')).answerTimes({ each: 200 }),
  clocks: async () => (await import('./trials/clocks.ts')).clocks({ zones: ['UTC', 'Europe/Belgrade', 'America/New_York', 'Pacific/Kiritimati'] }),
  restore: async () => (await import('./trials/restore.ts')).restored({ changes: 10_000, megabytes: 2_048 }),
};

whenToldToLeave(() => process.exit(1)); // Postgres is told on the way out
const named = process.argv.slice(2);
const strangers = named.filter((name) => !(name in parts));
if (strangers.length > 0) {
  console.error(`No trial is named ${strangers.join(', ')}: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
await sweep();
console.log(`${machine()}, load ${load()}, ${new Date().toISOString().slice(0, 10)}`);
const broken: string[] = [];
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  const began = performance.now();
  const { figures, faults } = (await parts[name]?.()) ?? { figures: [], faults: [] };
  console.log([`\n${name} (${Math.round((performance.now() - began) / 1000)} s, load ${load()})`, ...figures, ...faults.slice(0, 100).map((fault) => `BROKEN: ${fault}`)].join('\n'));
  broken.push(...faults.map((fault) => `${name}: ${fault}`));
}
console.log(broken.length === 0 ? '\nEvery promise was kept.' : `\nBroken: ${broken.length} promises.`);
process.exit(broken.length === 0 ? 0 : 1);

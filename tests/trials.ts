// `npm run trials [kills]`: the faults of the specs in full numbers, against the real thing. Takes minutes, prints
// figures, and ends with 1 where a promise was not kept.
import { cpus } from 'node:os';
import { whenToldToLeave } from '#server/closing.ts';
import { killUnderLoad } from './db/killing.ts';
import { broken, summary } from './db/promises.ts';
import { drill, told } from './server/drill.ts';
import { sweep } from './temporary-folder.ts';

whenToldToLeave(() => process.exit(1)); // Postgres is told on the way out
await sweep();
const kills = Number(process.argv[2] ?? 30);
if (!Number.isInteger(kills) || kills < 1) throw new Error('The number of kills must be a whole number above zero.');
console.log(`${kills} kills of Postgres under 8 writers (Node ${process.version}, ${cpus().length} cores)`);
const toll = await killUnderLoad({ kills });
console.log(summary(toll));
console.log('\nThe restore drill');
const drilled = await drill({ changes: 10_000, megabytes: 256 });
console.log(told(drilled));
const faults = [...broken(toll), ...drilled.faults];
console.log(faults.length === 0 ? 'Every promise was kept.' : `Broken: ${faults.join('; ')}`);
process.exit(faults.length === 0 ? 0 : 1);

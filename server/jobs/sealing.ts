import { setTimeout as wait } from 'node:timers/promises';
import { isDatabaseAway } from '#db/away.ts';
import type { Keeping } from '#db/chain/keeping.ts';
import { openSealer } from '#db/chain/sealing.ts';
import { plainFault } from '#db/plain-fault.ts';
import type { Job } from './clock.ts';

const rest = 400;
const restAfterFault = 5_000;
const patience = 4_000;

/**
 * Seals the ledger's committed changes within a second, for as long as it is open. It asks by itself, two times a second:
 * the notice of a public change would not come for a draft, and asking is one look at an index that is empty and one at the last seal. `close` makes a last pass, so
 * that a clean stop leaves nothing unsealed but a long backlog; a database that does not answer holds it up for four seconds.
 */
export function startSealing(o: { url: string; key: string; keeping?: Keeping; log: (line: string) => void }): Job {
  const sealer = openSealer(o);
  const closing = new AbortController();
  let told = '';

  const tell = (line: string): void => {
    if (line !== told && line !== '') o.log(line);
    told = line;
  };

  /** Seals what waits and answers how long to rest. */
  const turn = async (): Promise<number> => {
    try {
      let passed = await sealer.pass();
      while (passed.sealed > 0 && !closing.signal.aborted) passed = await sealer.pass();
      tell(passed.suspicious.length > 0 ? `The ledger holds changes that were put in behind our back and stay unsealed: ${passed.suspicious.slice(0, 5).join(', ')}. Run npm run ledger:verify.` : '');
      return rest;
    } catch (error) {
      if (isDatabaseAway(error)) return rest;
      tell(`The ledger could not be sealed: ${plainFault(error)}`);
      return restAfterFault;
    }
  };

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) await wait(await turn(), undefined, { signal: closing.signal }).catch(() => {});
  };

  const underway = run();
  return {
    async close() {
      closing.abort();
      await Promise.race([underway.then(turn), wait(patience, undefined, { ref: false })]);
      await sealer.close();
    },
  };
}

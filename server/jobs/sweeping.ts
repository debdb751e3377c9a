import { setTimeout as wait } from 'node:timers/promises';
import { sweep } from '#office/document/store.ts';
import type { Job } from './sealing.ts';

/** Takes away, once an hour, the bytes of uploads that were broken off a day ago and more: by a crash, or by a line that was cut. */
export function startSweeping({ log, pause = 3_600_000 }: { log: (line: string) => void; pause?: number }): Job {
  const closing = new AbortController();
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const swept = await sweep().catch(() => 0); // the database is away: the next hour is as good
      if (swept > 0) log(`Files that no document names were swept: ${swept}.`);
      await wait(pause, undefined, { signal: closing.signal }).catch(() => {});
    }
  };
  const underway = run();
  return {
    async close() {
      closing.abort();
      await underway;
    },
  };
}

import { sweep } from '#office/document/store.ts';
import { sweepImports } from '#office/import/sweeping.ts';
import { startClock, type Job } from './clock.ts';

/**
 * Takes away, once an hour, the bytes of uploads that were broken off a day ago and more (by a crash, or by a line that was cut),
 * and the cells of tables whose import ended ninety days ago.
 */
export function startSweeping({ log, pause = 3_600_000 }: { log: (line: string) => void; pause?: number }): Job {
  return startClock({
    name: 'The sweeping of files', pause, log,
    turn: async () => {
      const swept = await sweep();
      const imports = await sweepImports();
      return [swept > 0 && `Files that no document names were swept: ${swept}.`, imports > 0 && `Tables of imports were swept: ${imports}.`].filter(Boolean).join(' ') || undefined;
    },
  });
}

import { sweep } from '#office/document/store.ts';
import { startClock, type Job } from './clock.ts';

/** Takes away, once an hour, the bytes of uploads that were broken off a day ago and more: by a crash, or by a line that was cut. */
export function startSweeping({ log, pause = 3_600_000 }: { log: (line: string) => void; pause?: number }): Job {
  return startClock({
    name: 'The sweeping of files', pause, log,
    turn: async () => {
      const swept = await sweep();
      return swept > 0 ? `Files that no document names were swept: ${swept}.` : undefined;
    },
  });
}

import { sweepDrafts } from '#office/draft/write.ts';
import { startClock, type Job } from './clock.ts';

/** Takes away, once an hour, what somebody typed into a form and never sent, when its days are over. */
export function startDraftSweeping({ log, pause = 3_600_000 }: { log: (line: string) => void; pause?: number }): Job {
  return startClock({
    name: 'The sweeping of unsent forms', pause, log,
    turn: async () => {
      const swept = await sweepDrafts();
      return swept > 0 ? `Forms that were never sent were swept: ${swept}.` : undefined;
    },
  });
}

import { belgradeToday } from '#messages/dates.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { startClock, type Job } from './clock.ts';

/**
 * After midnight in Belgrade the narrow rows that were watched for days now over are derived anew: a period that ran out, a
 * decision that is due. Whoever asks before gets the same answer, reckoned from the records, only not as fast.
 */
export function startWatching({ log, pause = 900_000, now = () => new Date() }: { log: (line: string) => void; pause?: number; now?: () => Date }): Job {
  return startClock({
    name: 'The watch over days', pause, log,
    turn: async () => {
      const derived = await deriveStale(belgradeToday(now()));
      return derived > 0 ? `${derived} agreements are watched for new days.` : undefined;
    },
  });
}

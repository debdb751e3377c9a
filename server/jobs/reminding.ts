import { folderOf } from '#app/registers.ts';
import { belgradeToday, writeTime } from '#messages/dates.ts';
import { remind } from '#office/reminder/remind.ts';
import { startClock, type Job } from './clock.ts';
import { databaseNow } from './clocks.ts';

/** Letters of the morning are there when work begins, and nobody's telephone rings at midnight. An hour that no change of the clock leaves out or repeats. */
const morning = 7;

/**
 * Reminds everybody once a day of what nears or is late: from the morning on in Belgrade, or whenever the app is up again on that day.
 * By the database's clock: one of this machine that is wrong reminds nobody too early, and nobody twice.
 * It looks four times an hour, since a look through a large register is felt by whoever asks for a page meanwhile.
 */
export function startReminding({ log, pause = 900_000 }: { log: (line: string) => void; pause?: number }): Job {
  return startClock({
    name: 'The reminding', pause, log,
    turn: async () => {
      const reminded = await remindNow(await databaseNow());
      return reminded > 0 ? `People reminded of what nears or is late: ${reminded}.` : undefined;
    },
  });
}

/** One turn at this instant; answers how many people were reminded. */
export async function remindNow(instant: Date): Promise<number> {
  if (Number(writeTime(instant, 'en').slice(0, 2)) < morning) return 0;
  return remind(belgradeToday(instant), (noun, id) => `/workspace/${folderOf(noun)}/${id}`);
}

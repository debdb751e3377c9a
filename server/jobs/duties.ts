import { belgradeToday } from '#messages/dates.ts';
import { layDown } from '#office/obligation/laying.ts';
import { startClock, type Job } from './clock.ts';
import { databaseNow } from './clocks.ts';

/** Looks every few minutes for times of recurring duties that are not in the plan yet; a duty that somebody enters is laid down at once. By the database's clock. */
export function startDuties({ log, pause = 600_000 }: { log: (line: string) => void; pause?: number }): Job {
  return startClock({
    name: 'The laying down of recurring duties', pause, log,
    turn: async () => {
      const { laid, struck } = await layDown(belgradeToday(await databaseNow()));
      return laid + struck > 0 ? `Recurring duties: ${laid} milestones were laid down, ${struck} struck.` : undefined;
    },
  });
}

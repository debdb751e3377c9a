import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { startClock, type Job } from './clock.ts';

/** The earlier of this machine's clock and the database's: where one of them runs ahead, nothing stands before the public too early. */
export async function earlierNow(now = new Date()): Promise<Date> {
  const database = await databaseNow();
  return database < now ? database : now;
}

/**
 * Says in the log when the two clocks are a minute or more apart: sessions, reminders and recurring duties are counted by the database's, days
 * and standing by this machine's, so one of them must be put right.
 */
export function startClocks({ log, pause = 600_000, now = () => new Date() }: { log: (line: string) => void; pause?: number; now?: () => Date }): Job {
  let told = 0;
  return startClock({
    name: 'The comparing of clocks', pause, log,
    turn: async () => {
      const apart = Math.round((now().getTime() - (await databaseNow()).getTime()) / 60_000);
      const isNews = apart !== told;
      told = apart;
      return apart !== 0 && isNews ? `The clock of this machine is ${Math.abs(apart)} min ${apart > 0 ? 'ahead of' : 'behind'} the database's. Put right the one that is wrong.` : undefined;
    },
  });
}

/** The one clock that all instances share. */
export async function databaseNow(): Promise<Date> {
  const { rows: [row] } = await reader().execute<{ now: Date | string }>(sql`select clock_timestamp() as now`);
  return new Date(row?.now ?? NaN);
}

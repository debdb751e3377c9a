import { setTimeout as wait } from 'node:timers/promises';
import { isDatabaseAway } from '#db/away.ts';
import { plainFault } from '#db/plain-fault.ts';

export type Job = { close(): Promise<void> };

type Clock = {
  /** As the log calls it: “Scheduled publishing”. */
  readonly name: string;
  /** Milliseconds between two turns. */
  readonly pause: number;
  /** One turn; it answers with a line for the log, or with nothing. Must be safe to run twice, and in two instances at once. */
  readonly turn: (closing: AbortSignal) => Promise<string | undefined>;
  readonly log: (line: string) => void;
};

/**
 * Work that stands in rows and is looked for again and again, so that a crash forgets none of it. A database that is away
 * is no news; any other fault is one line in the log, once until it changes. `close` waits for the turn under way.
 */
export function startClock({ name, pause, turn, log }: Clock): Job {
  const closing = new AbortController();
  let told = '';
  const once = async (): Promise<void> => {
    try {
      const line = await turn(closing.signal);
      if (line) log(line);
      told = '';
    } catch (error) {
      if (closing.signal.aborted || isDatabaseAway(error)) return;
      const line = `${name} failed: ${plainFault(error)}`;
      if (line !== told) log(line);
      told = line;
    }
  };
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await once();
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

import { sweepSignIns } from '#office/person/sweeping.ts';
import { startClock, type Job } from './clock.ts';

/** Takes away, once an hour, old sessions, attempts, half-done sign-ins, links and security events. */
export function startSignInSweeping({ log, pause = 3_600_000 }: { log: (line: string) => void; pause?: number }): Job {
  return startClock({
    name: 'The sweeping of sign-ins', pause, log,
    turn: async () => {
      const swept = await sweepSignIns();
      return swept > 0 ? `Old sessions, attempts, links and security events were swept: ${swept}.` : undefined;
    },
  });
}

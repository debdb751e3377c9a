import { plainFault } from '#db/plain-fault.ts';

/** What was brought up, to be taken down in reverse order, each part whatever became of the others. */
export type Closing = {
  add(name: string, close: () => void | Promise<void>): void;
  /** Closes everything once, however often it is asked; answers when all is down. */
  closeAll(): Promise<void>;
};

export function orderOfClosing(log: (line: string) => void): Closing {
  const parts: { name: string; close: () => void | Promise<void> }[] = [];
  let closing: Promise<void> | undefined;

  async function downwards(): Promise<void> {
    for (let part = parts.pop(); part; part = parts.pop()) {
      try {
        await part.close();
      } catch (error) {
        log(`${part.name} did not close cleanly: ${plainFault(error)}`);
      }
    }
  }

  return {
    add: (name, close) => void parts.push({ name, close }),
    closeAll: () => (closing ??= downwards()),
  };
}

/**
 * Calls `leave` once when the process is told to end: by Ctrl-C, by its supervisor, or because whoever started it is gone.
 * One Ctrl-C reaches us several times (from the terminal, npm and start.mjs), so only a signal after two seconds insists.
 */
export function whenToldToLeave(leave: () => void): void {
  let since = 0;
  const hear = () => {
    if (since === 0) {
      since = performance.now();
      leave();
    } else if (performance.now() - since > 2_000) {
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  process.once('disconnect', hear);
}

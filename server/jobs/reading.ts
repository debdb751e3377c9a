import { keepReading, unreadFiles } from '#office/document/reading.ts';
import { store } from '#office/document/store.ts';
import { readable, readFile } from '#server/reading/read-file.ts';
import { startClock, type Job } from './clock.ts';

/** Reads files that nobody has read yet, one after the other: how many pages, which text, how the first page looks. */
export function startReading({ log, pause = 3_000 }: { log: (line: string) => void; pause?: number }): Job {
  return startClock({
    name: 'The reading of files', pause, log,
    turn: async (closing) => {
      for (const { storeKey, mime, size } of await unreadFiles(readable, 20)) {
        closing.throwIfAborted();
        await keepReading(storeKey, await readFile(mime, store.read(storeKey, 0, size), closing));
      }
      return undefined;
    },
  });
}

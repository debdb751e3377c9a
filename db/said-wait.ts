export type Log = (line: string) => void;

/** Waits for `work`, and says `line` where that takes longer than so many milliseconds: a start that waits without a word looks like one that hangs. */
export async function saidWait<T>(work: () => Promise<T>, line: string, { log, after = 4_000 }: { log: Log; after?: number | undefined }): Promise<T> {
  const telling = setTimeout(() => log(line), after);
  return work().finally(() => clearTimeout(telling));
}

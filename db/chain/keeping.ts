/** Where the last head is kept between two passes, and between two starts: out of reach of whoever owns the database. */
export type Keeping = {
  /** As it was kept last, or null where none was. */
  last(): Promise<string | null>;
  keep(head: string): Promise<void>;
  /** The same where none was kept before, though the ledger is sealed already: nobody can say that this is where it ended. */
  adopt(head: string): Promise<void>;
};

/** For as long as the sealer lives. */
export function inMemory(): Keeping {
  let kept: string | null = null;
  const keep = async (head: string): Promise<void> => { kept = head; };
  return { last: async () => kept, keep, adopt: keep };
}

/** The chain does not lead to where it was seen last. Nothing is sealed, since what waits may be sealed changes that were robbed of their seals and rewritten. */
export class LostHead extends Error {
  constructor(why: string) {
    super(`${why} So nothing is sealed: see “The ledger is not sealed” in docs/running.md.`);
    this.name = 'LostHead';
  }
}

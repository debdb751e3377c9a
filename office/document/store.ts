import { and, eq, gte, lte, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { documentFile, fileChunk } from '#db/schema/document-file.ts';
import { aside } from '#office/change.ts';

/**
 * Where the bytes of files lie, under a key that is used once. All that the register asks of a store, so that another
 * one can take its place; none of it shows anything to anybody.
 */
export type Store = {
  /** Keeps what streams in; where it throws, the key may hold a part, which `drop` or the sweep takes away. */
  keep(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes from `from` to before `to`. */
  read(key: string, from: number, to: number): AsyncGenerator<Uint8Array>;
  drop(key: string): Promise<void>;
};

export const chunkSize = 262_144;
const inOneTransaction = 4;

/** The store in the register's own Postgres: one backup and any number of instances. Memory holds two megabytes of a file. */
export const store: Store = {
  async keep(key, bytes) {
    let place = 0;
    // While Postgres lays one piece down the next one comes in; never more than the two are held.
    let laid: Promise<void> = Promise.resolve();
    try {
      for await (const chunks of inPieces(bytes)) {
        await laid;
        laid = lay(key, place, chunks);
        laid.catch(() => {}); // told below, or by the next piece
        place += chunks.length;
      }
    } finally {
      // Where the stream breaks, what is on its way is not left behind it.
      await laid.catch(() => {});
    }
    await laid;
  },
  async *read(key, from, to) {
    const [first, last] = [Math.floor(from / chunkSize), Math.floor((to - 1) / chunkSize)];
    for (let place = first; place <= last; place += 1) {
      const [row] = await reader().select({ bytes: fileChunk.bytes }).from(fileChunk).where(and(eq(fileChunk.storeKey, key), eq(fileChunk.place, place)));
      if (!row) throw new Error(`Chunk ${place} of file ${key} is missing.`);
      const start = place * chunkSize;
      yield row.bytes.subarray(Math.max(0, from - start), Math.min(row.bytes.length, to - start));
    }
  },
  async drop(key) {
    await aside((db) => db.delete(fileChunk).where(eq(fileChunk.storeKey, key)));
  },
};

/** Bytes that are few enough to be held at once. */
export async function together(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** Takes away the bytes that were kept more than a day ago and that nothing names: uploads that were broken off, files of proposals that came to nothing. Answers how many. */
export async function sweep(): Promise<number> {
  const orphans = await reader().select({ key: fileChunk.storeKey }).from(fileChunk)
    .where(and(eq(fileChunk.place, 0), lte(fileChunk.keptAt, sql`now() - interval '1 day'`), sql`not exists (select 1 from ${documentFile} where ${documentFile.storeKey} = ${fileChunk.storeKey})`, sql`not exists (${proposed})`));
  for (const { key } of orphans) await store.drop(key);
  return orphans.length;
}

/** How many bytes all files take together, with those that are on their way in. */
export async function bytesKept(): Promise<number> {
  const [kept] = await reader().select({ bytes: sql<string>`coalesce(sum(${documentFile.size}), 0)` }).from(documentFile);
  const [coming] = await reader().select({ chunks: sql<string>`count(*)` }).from(fileChunk)
    .where(and(or(gte(fileChunk.keptAt, sql`now() - interval '1 day'`), sql`exists (${proposed})`), sql`not exists (select 1 from ${documentFile} where ${documentFile.storeKey} = ${fileChunk.storeKey})`));
  return Number(kept?.bytes ?? 0) + Number(coming?.chunks ?? 0) * chunkSize;
}

/** What an undecided proposal brings: it is in nobody's document, and must not be swept. */
const proposed = sql`select 1 from proposal_file f join proposal p on p.id = f.proposal_id where f.store_key = ${fileChunk.storeKey} and p.state in ('open', 'returned')`;

async function lay(key: string, place: number, chunks: readonly Uint8Array[]): Promise<void> {
  await aside(async (db) => {
    // The disk is not waited for at each piece: the row that names the file is written when all is, and brings all before it to the disk.
    await db.execute(sql`set local synchronous_commit to off`);
    for (const [at, bytes] of chunks.entries()) await db.insert(fileChunk).values({ storeKey: key, place: place + at, bytes });
  });
}

/** What one transaction takes, in chunks. Two pieces of memory take turns: one fills while the other is laid down. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  const pieces = [Buffer.allocUnsafe(chunkSize * inOneTransaction), Buffer.allocUnsafe(chunkSize * inOneTransaction)] as const;
  const inChunks = (piece: Uint8Array) => Array.from({ length: Math.ceil(piece.length / chunkSize) }, (_, at) => piece.subarray(at * chunkSize, (at + 1) * chunkSize));
  let turn: 0 | 1 = 0;
  let length = 0;
  for await (let part of bytes) {
    while (part.length > 0) {
      const taken = part.subarray(0, pieces[turn].length - length);
      pieces[turn].set(taken, length);
      length += taken.length;
      part = part.subarray(taken.length);
      if (length < pieces[turn].length) continue;
      yield inChunks(pieces[turn]);
      [turn, length] = [turn === 0 ? 1 : 0, 0];
    }
  }
  if (length > 0) yield inChunks(pieces[turn].subarray(0, length));
}

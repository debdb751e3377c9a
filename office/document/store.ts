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

/** The store in the register's own Postgres: one backup and any number of instances. Memory holds a megabyte of a file. */
export const store: Store = {
  async keep(key, bytes) {
    let place = 0;
    let held: Uint8Array[] = [];
    const lay = async () => {
      const rows = held.map((chunk, at) => ({ storeKey: key, place: place + at, bytes: chunk }));
      await aside(async (db) => {
        // The disk is not waited for at each piece: the row that names the file is written when all is, and brings all before it to the disk.
        await db.execute(sql`set local synchronous_commit to off`);
        await db.insert(fileChunk).values(rows);
      });
      place += held.length;
      held = [];
    };
    for await (const chunk of inChunks(bytes)) {
      held.push(chunk);
      if (held.length === inOneTransaction) await lay();
    }
    if (held.length > 0) await lay();
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

async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (let part of bytes) {
    while (length + part.length >= chunkSize) {
      const missing = chunkSize - length;
      yield Buffer.concat([...parts, part.subarray(0, missing)]);
      [parts, length, part] = [[], 0, part.subarray(missing)];
    }
    if (part.length > 0) parts.push(part);
    length += part.length;
  }
  if (length > 0) yield Buffer.concat(parts);
}

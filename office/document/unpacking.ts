import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import type { Part } from '#office/archive.ts';
import { chunkSize, store, together } from './store.ts';

type Read = (from: number, to: number) => AsyncGenerator<Uint8Array>;

/**
 * Whether every part unpacks to exactly as much as the directory says, since a bomb says that it is small. Nothing
 * unpacked is kept, and no more is unpacked than the directory allows, which was looked at before.
 */
export async function unpacksAsSaid(storeKey: string, size: number, parts: readonly Part[]): Promise<boolean> {
  const read = inTurn(storeKey, size);
  for (const part of parts.toSorted((a, b) => a.at - b.at)) {
    if (!(await isAsSaid(part, read, size))) return false;
  }
  return true;
}

/** The first `most` bytes of one part, unpacked; empty where it cannot be read. */
export async function beginningOf(storeKey: string, size: number, { at, record, method, packed }: Part, most: number): Promise<Buffer> {
  const read = inTurn(storeKey, size);
  const head = await together(read(at, Math.min(size, at + 30)));
  if (head.length < 30) return Buffer.alloc(0);
  const start = at + record + head.readUInt16LE(28);
  const held: Buffer[] = [];
  let length = 0;
  try {
    await pipeline(Readable.from(read(start, Math.min(size, start + packed))), method === 0 ? new PassThrough() : createInflateRaw(), async (unpacked: AsyncIterable<Buffer>) => {
      for await (const part of unpacked) {
        held.push(part);
        length += part.length;
        if (length >= most) return;
      }
    });
  } catch {
    // What was unpacked until then is all that can be said.
  }
  return Buffer.concat(held).subarray(0, most);
}

async function isAsSaid({ at, record, method, packed, unpacked }: Part, read: Read, size: number): Promise<boolean> {
  const head = await together(read(at, Math.min(size, at + 30)));
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50 || head.readUInt16LE(26) !== record - 30) return false;
  const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (start + packed > size) return false;
  if (method === 0 || packed === 0) return packed === unpacked;
  return (await unpackedLength(read(start, start + packed), unpacked)) === unpacked;
}

/** How long it is unpacked, or -1 where it cannot be unpacked or is longer than `most`. */
async function unpackedLength(bytes: AsyncIterable<Uint8Array>, most: number): Promise<number> {
  let length = 0;
  try {
    await pipeline(Readable.from(bytes), createInflateRaw(), async (unpacked: AsyncIterable<Buffer>) => {
      for await (const part of unpacked) {
        length += part.length;
        if (length > most) throw new Error('more than it says');
      }
    });
    return length;
  } catch {
    return -1;
  }
}

/** Reads forward through a file chunk by chunk, each of them once. */
function inTurn(storeKey: string, size: number): Read {
  let held: { place: number; bytes: Uint8Array } = { place: -1, bytes: Buffer.alloc(0) };
  return async function* read(from, to) {
    for (let place = Math.floor(from / chunkSize); place * chunkSize < to; place += 1) {
      const start = place * chunkSize;
      if (held.place !== place) held = { place, bytes: await together(store.read(storeKey, start, Math.min(size, start + chunkSize))) };
      yield held.bytes.subarray(Math.max(0, from - start), Math.max(0, to - start));
    }
  };
}

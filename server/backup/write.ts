import { createWriteStream } from 'node:fs';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGzip } from 'node:zlib';
import { createTarPacker } from 'modern-tar';
import { encrypting } from './cipher.ts';

/** Adds one file to the archive; answers when its bytes are on their way. */
export type Add = (name: string, bytes: Buffer) => Promise<void>;

/**
 * Writes an archive to a file that must not exist yet, readable by its owner alone: tar, gzip, and encrypted where a key is
 * given. `fill` puts the entries in. Resolves when all of it is on the disk.
 */
export async function writeArchive(file: string, key: string | undefined, madeAt: Date, fill: (add: Add) => Promise<void>): Promise<void> {
  const { readable, controller } = createTarPacker();
  const add: Add = async (name, bytes) => {
    const writer = controller.add({ name, size: bytes.length, mode: 0o600, mtime: madeAt, type: 'file' }).getWriter();
    await writer.write(bytes);
    await writer.close();
  };
  const filling = async () => {
    try {
      await fill(add);
      controller.finalize();
    } catch (error) {
      controller.error(error);
      throw error;
    }
  };
  const through: Transform[] = key === undefined ? [createGzip()] : [createGzip(), encrypting(key)];
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  const [written, filled] = await Promise.allSettled([pipeline([Readable.fromWeb(readable as ReadableStream), ...through, out]), filling()]);
  // Where the disk is full both fail, and the file says why.
  if (written.status === 'rejected') throw written.reason;
  if (filled.status === 'rejected') throw filled.reason;
}

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createTarDecoder } from 'modern-tar';
import { decrypting, isEncrypted } from './cipher.ts';
import { countRows, type Digest } from './digest.ts';
import { partName } from './make.ts';
import { manifestName, readManifest, type Manifest } from './manifest.ts';
import { Unreadable } from './unreadable.ts';

/** One file of an archive, to be read to its end before the next. */
export type Inside = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

/** Opens an archive and walks through its files in their order. Throws Unreadable at the first thing that is not as it was written. */
export async function* walkArchive(file: string, key: string | undefined): AsyncGenerator<Inside> {
  const encrypted = await kindOf(file);
  if (encrypted && key === undefined) throw new Unreadable('it is encrypted, and BACKUP_KEY is not set');
  const through = encrypted ? [decrypting(key ?? ''), createGunzip()] : [createGunzip()];
  const bytes = through.reduce<Readable>((from, next) => from.once('error', (error) => next.destroy(error)).pipe(next), createReadStream(file));
  try {
    for await (const { header, body } of (Readable.toWeb(bytes) as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(createTarDecoder({ strict: true }))) {
      yield { name: header.name, bytes: piecesOf(body) };
    }
  } catch (error) {
    throw unreadable(error);
  } finally {
    bytes.destroy();
  }
}

// What breaks while a file is read reaches its reader, not the walk.
async function* piecesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw unreadable(error);
  }
}

/** Reads an archive from end to end and compares all of it with its manifest. Throws Unreadable. */
export async function checkArchive(file: string, key: string | undefined): Promise<Manifest> {
  const found = new Map<string, { parts: number; counting: ReturnType<typeof countRows> }>();
  let manifest: Manifest | undefined;
  for await (const { name, bytes } of walkArchive(file, key)) {
    if (manifest) throw new Unreadable('something stands behind its manifest');
    if (name === manifestName) {
      manifest = readManifest(await whole(bytes));
      continue;
    }
    const table = tableIn(name);
    const one = table === undefined ? undefined : found.get(table) ?? { parts: 0, counting: countRows() };
    if (table !== undefined && one) {
      one.parts += 1;
      if (partName(table, one.parts) !== name) throw new Unreadable(`${name} is not in its place`);
      found.set(table, one);
    }
    for await (const piece of bytes) one?.counting.add(Buffer.from(piece));
  }
  if (!manifest) throw new Unreadable('it has no manifest, so it was not written to its end');
  for (const { name, rows, parts, sha256 } of manifest.tables) {
    const one = found.get(name);
    const digest: Digest = (one?.counting ?? countRows()).end();
    if ((one?.parts ?? 0) !== parts || digest.rows !== rows || digest.sha256 !== sha256) throw new Unreadable(`the table ${name} is not as the manifest says`);
    found.delete(name);
  }
  const [stranger] = found.keys();
  if (stranger !== undefined) throw new Unreadable(`the manifest does not know the table ${stranger}`);
  return manifest;
}

/** The table whose rows a file of the archive holds. */
export function tableIn(name: string): string | undefined {
  return /^tables\/([a-z_0-9]+)\.\d{4,}\.copy$/.exec(name)?.[1];
}

async function kindOf(file: string): Promise<boolean> {
  const opened = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new Unreadable(error.code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be opened (${error.code})`);
  });
  try {
    const start = Buffer.alloc(8);
    await opened.read(start, 0, 8, 0);
    if (isEncrypted(start)) return true;
    if (start[0] === 0x1f && start[1] === 0x8b) return false;
    throw new Unreadable(`${file} is no backup of Povelja`);
  } finally {
    await opened.close();
  }
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What the streams make of a torn archive lies one or two causes deep. */
function unreadable(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Unreadable) return cause;
    const torn = String((cause as NodeJS.ErrnoException).code).startsWith('Z_') || /\btar\b|checksum|truncated|header/i.test(cause.message);
    if (torn) return new Unreadable('it is damaged or cut short');
  }
  return error;
}

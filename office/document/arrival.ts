import { randomUUID } from 'node:crypto';
import { plainFault } from '#db/plain-fault.ts';
import type { Issue } from '#office/outcome.ts';
import { endOfArchive, faultOfArchive, faultOfEnd, partsOf, type Part } from '#office/archive.ts';
import { faultOfBytes, nothingNoted, noting, type Noted } from './file-bytes.ts';
import { kindByName, type FileKind } from './file-kind.ts';
import { tidyName } from './file-name.ts';
import { isClean } from './scan.ts';
import { store, together } from './store.ts';
import { beginningOf, unpacksAsSaid } from './unpacking.ts';

/** A file whose bytes lie in the store, looked at and found right, but which no document names yet. */
export type Arrived = { readonly storeKey: string; readonly name: string; readonly mime: string; readonly size: number; readonly sha256: string };
export type Arrival = { readonly file: Arrived } | { readonly issue: Issue };

/** Bytes that come in; `cut` is true at their end where more were sent than are taken. */
export type Incoming = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array>; cut(): boolean; skip(): void };

export type Taking = { readonly limit: number; readonly scanner?: string; readonly kindOf?: (name: string) => FileKind | null };

/**
 * Takes a file in: keeps its bytes as they come, notes their hash, then looks at what they are. One that is not taken
 * leaves no bytes behind, and the issue says why. `limit` in bytes; `scanner` where the office has one for harmful files; `kindOf` where
 * others than those of documents are asked for.
 */
export async function takeIn(incoming: Incoming, { limit, scanner, kindOf = kindByName }: Taking): Promise<Arrival> {
  const name = tidyName(incoming.name);
  const kind = kindOf(name);
  const refuse = (rule: string) => ({ issue: { field: 'files', rule, values: { name, limit: Math.round(limit / 1_048_576) } } });
  if (!kind) {
    incoming.skip();
    return refuse('fileKind');
  }
  const storeKey = randomUUID();
  const noted = nothingNoted();
  try {
    await store.keep(storeKey, noting(incoming.bytes, noted));
    const fault = incoming.cut() ? 'fileTooLarge' : faultOfBytes(kind, noted) ?? (kind.packed && await faultInside(storeKey, kind, kind.packed, noted));
    const harm = fault || !scanner ? null : await faultFound(storeKey, noted.size, scanner);
    if (!fault && !harm) return { file: { storeKey, name, mime: kind.mime, size: noted.size, sha256: noted.sha256 } };
    await store.drop(storeKey);
    return refuse(fault ?? harm ?? 'fileBroken');
  } catch (error) {
    await store.drop(storeKey).catch(() => {}); // what is left, the sweep takes away
    throw error;
  }
}

/** What cannot be looked at is not taken. */
async function faultFound(storeKey: string, size: number, scanner: string): Promise<'fileHarmful' | 'scannerAway' | null> {
  try {
    return (await isClean(store.read(storeKey, 0, size), scanner)) ? null : 'fileHarmful';
  } catch (error) {
    console.error(`A file could not be looked at: ${plainFault(error)}`);
    return 'scannerAway';
  }
}

async function faultInside(storeKey: string, { mime }: FileKind, packed: NonNullable<FileKind['packed']>, { size, head, tail }: Noted): Promise<string | null> {
  const end = endOfArchive(tail, size);
  const fault = faultOfEnd(end);
  if (fault || !end) return fault;
  const parts = partsOf(await together(store.read(storeKey, end.at, end.at + end.size)));
  return faultOfArchive(parts, end.entries, packed, mime, head) ?? (await unpacksAsSaid(storeKey, size, parts ?? []) ? null : 'fileBroken')
    ?? (packed === 'opendocument' && await isLocked(storeKey, size, parts ?? []) ? 'fileLocked' : null);
}

/** The manifest says of each part how it is enciphered (OpenDocument 1.3, part 2, section 4.8): the archive itself does not. */
async function isLocked(storeKey: string, size: number, parts: readonly Part[]): Promise<boolean> {
  const manifest = parts.find(({ name }) => name === 'META-INF/manifest.xml');
  return manifest !== undefined && (await beginningOf(storeKey, size, manifest, 4 * 1_048_576)).includes('encryption-data');
}

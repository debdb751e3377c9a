import { spawn } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reading } from '#office/document/reading.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Milliseconds, and megabytes of memory, that reading one file may take. */
const [patience, memory] = [60_000, 512];
const mostAnswered = 4 * 1_048_576;

/** Kinds of files in which there is something to read or to see. */
export const readable = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;

/**
 * What a machine reads in a file: pages, the text layer, a small picture of the first page. The file is a stranger's, so it is opened
 * in a process of its own that may neither write, nor start others, nor live longer than a minute. A file that breaks it is
 * *unreadable*, which says nothing about whether people can read it.
 */
export async function readFile(mime: string, bytes: AsyncIterable<Uint8Array>, closing?: AbortSignal): Promise<Reading> {
  const child = spawn(process.execPath, [
    '--permission', '--allow-addons', `--allow-fs-read=${root}`, `--max-old-space-size=${memory}`, path.join(import.meta.dirname, 'reader.mjs'), mime,
  ], { cwd: root, env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'ignore'], timeout: patience, killSignal: 'SIGKILL', ...(closing ? { signal: closing } : {}) });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
  // It may be gone before it has taken all, which its end tells.
  void pipeline(Readable.from(bytes), child.stdin).catch(() => {});
  const said: Buffer[] = [];
  let length = 0;
  for await (const part of child.stdout as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostAnswered) child.kill('SIGKILL');
    else said.push(part);
  }
  return (await ended) && length <= mostAnswered ? answered(Buffer.concat(said)) : unreadable;
}

const unreadable: Reading = { verdict: 'unreadable', pages: null, text: '', picture: null, width: null, height: null };

function answered(said: Buffer): Reading {
  const end = said.indexOf(0x0a);
  const told = JSON.parse(said.subarray(0, end).toString()) as { pages: number | null; text: string; width?: number; height?: number };
  const picture = said.subarray(end + 1);
  return {
    verdict: 'read', pages: told.pages, text: told.text, picture: picture.length > 0 ? picture : null,
    width: picture.length > 0 ? told.width ?? null : null, height: picture.length > 0 ? told.height ?? null : null,
  };
}

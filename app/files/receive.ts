import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { takeIn, type Arrival, type Arrived, type Taking } from '#office/document/arrival.ts';
import { store } from '#office/document/store.ts';
import type { FormValues, Issue } from '#office/outcome.ts';
import { longestReason } from '#office/proposal/proposal.ts';
import { filesAtOnce } from './room.ts';

/** What a form brought: its fields, and the files that were taken in or refused. */
export type Received = { readonly values: FormValues; readonly files: readonly Arrived[]; readonly issues: readonly Issue[] };

/** The form was broken off, or is none. */
export class BrokenForm extends Error {}

/**
 * Reads a form as it streams in; no file is ever whole in memory. `limit` in bytes for one file, the rest as for `takeIn`. Throws `BrokenForm`,
 * or what the store throws; then nothing of it is kept but the fields that had come, in `values`.
 */
export async function receive(request: Request, taking: Taking, values = new Map<string, string[]>()): Promise<Received> {
  const arrivals: Promise<Arrival>[] = [];
  const open = new Set<BusboyFileStream>();
  const fault = new AbortController();
  let tooMany = false;
  const tooLong: string[] = [];
  const form = parserFor(request, taking.limit);
  form.on('field', (name, value, _nameCut, cut) => {
    values.set(name, [...values.get(name) ?? [], value]);
    if (cut) tooLong.push(name);
  });
  form.on('filesLimit', () => { tooMany = true; });
  form.on('file', (_field, stream, name) => {
    open.add(stream);
    stream.once('close', () => open.delete(stream));
    const skip = () => void stream.resume();
    // A file field in which nothing was chosen is sent too, without a name.
    if (!name) return skip();
    // A browser writes the quotation marks of a name so (HTML, multipart/form-data encoding).
    const arrival = takeIn({ name: name.replaceAll('%22', '"'), bytes: unbroken(stream), cut: () => stream.truncated, skip }, taking);
    arrivals.push(arrival);
    arrival.catch((reason: unknown) => fault.abort(reason)); // nobody reads this file any more, so the form would stand still
  });
  try {
    await pipeline(Readable.fromWeb((request.body ?? new ReadableStream()) as Parameters<typeof Readable.fromWeb>[0]), form, { signal: fault.signal });
  } catch (error) {
    const broken = new BrokenForm('The form was broken off.', { cause: error });
    for (const stream of open) stream.destroy(broken);
    await forget(filesIn(await Promise.allSettled(arrivals)));
    throw fault.signal.aborted && !(fault.signal.reason instanceof BrokenForm) ? fault.signal.reason : broken;
  }
  const settled = await Promise.allSettled(arrivals);
  const failed = settled.find((one) => one.status === 'rejected');
  const files = filesIn(settled);
  const issues = settled.flatMap((one) => (one.status === 'fulfilled' && 'issue' in one.value ? [one.value.issue] : []));
  if (tooMany) issues.push({ field: 'files', rule: 'tooManyFiles', values: { max: filesAtOnce } });
  issues.push(...tooLong.map((field) => ({ field, rule: 'tooLong', values: { max: longestReason } })));
  if (failed || issues.length > 0) await forget(files);
  if (failed) throw failed.reason;
  return { values: Object.fromEntries(values), files: issues.length > 0 ? [] : files, issues };
}

/** A stream that breaks is the sender's fault, and told apart from the store's. */
async function* unbroken(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw new BrokenForm('A file was broken off.', { cause: error });
  }
}

/** The fields of a form whose files nobody wants, read to its end. Null where it is none, or was broken off. */
export async function receiveFields(request: Request): Promise<FormValues | null> {
  const values = new Map<string, string[]>();
  try {
    const form = parserFor(request, 1);
    form.on('field', (name, value) => values.set(name, [...values.get(name) ?? [], value]));
    form.on('file', (_field, stream) => void stream.resume());
    await pipeline(Readable.fromWeb((request.body ?? new ReadableStream()) as Parameters<typeof Readable.fromWeb>[0]), form);
    return Object.fromEntries(values);
  } catch {
    return null;
  }
}

function parserFor(request: Request, limit: number): BusboyInstance {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type) || !request.body) throw new BrokenForm('It is no form with files.');
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fileSize: limit, files: filesAtOnce, fields: 20, fieldSize: 60 * longestReason, fieldNameSize: 50, parts: filesAtOnce + 20, headerPairs: 20, headerSize: 8_192 },
    });
  } catch (error) {
    throw new BrokenForm('It is no form that can be read.', { cause: error });
  }
}

/** Takes the bytes away again of files that came for nothing. */
export async function forget(files: readonly Arrived[]): Promise<void> {
  for (const { storeKey } of files) await store.drop(storeKey);
}

function filesIn(settled: readonly PromiseSettledResult<Arrival>[]): Arrived[] {
  return settled.flatMap((one) => (one.status === 'fulfilled' && 'file' in one.value ? [one.value.file] : []));
}

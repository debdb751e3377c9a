import { create } from 'content-disposition';
import { lengthHeader } from '#app/answer.ts';
import { sandboxed } from '#app/files/sandboxed.ts';
import { viewerNow } from '#app/viewer.ts';
import { fileById, wasPublic } from '#office/document/file-read.ts';
import { isInline } from '#office/document/file-kind.ts';
import { store } from '#office/document/store.ts';
import { rangeAsked, type Range } from './range.ts';
import { streamOf } from './stream.ts';

type Asked = { readonly id: string; readonly name: string };
type File = NonNullable<Awaited<ReturnType<typeof fileById>>>;

/** A file for whoever may have it at this moment, whole or the part that was asked for; 404 and 410 are said by the door in the reader's words. */
export function lend(request: Request, asked: Asked): Promise<Response> {
  return answerTo(request, asked, ({ storeKey }, { from, to }) => streamOf(store.read(storeKey, from, to)));
}

/** The same without the bytes. */
export function lendHead(request: Request, asked: Asked): Promise<Response> {
  return answerTo(request, asked, () => null);
}

async function answerTo(request: Request, { id, name }: Asked, bodyOf: (file: File, range: Range) => ReadableStream<Uint8Array> | null): Promise<Response> {
  const file = await fileById(await viewerNow(), id);
  if (!file) return said((await wasPublic(id)) ? 410 : 404);
  if (name !== file.addressName) return new Response(null, { status: 308, headers: { location: `/files/${id}/${file.addressName}` } });
  const tag = `"${file.sha256}"`;
  const headers = headersOf(file, tag);
  if (holds(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  const whole = { from: 0, to: file.size };
  // Who has another state of the file gets the whole of this one; a file never changes, so that is somebody who errs.
  const since = request.headers.get('if-range');
  const range = since === null || since === tag ? rangeAsked(request.headers.get('range'), file.size) : null;
  if (range === 'none') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.size}`, [lengthHeader]: '0' } });
  const { from, to } = range ?? whole;
  headers[lengthHeader] = String(to - from);
  if (!range) return new Response(bodyOf(file, whole), { headers });
  return new Response(bodyOf(file, range), { status: 206, headers: { ...headers, 'content-range': `bytes ${from}-${to - 1}/${file.size}` } });
}

/** Nothing in the file may run or load anything, wherever a browser shows it (SAFETY, section 3). */
function headersOf({ name, addressName, mime, open }: File, tag: string): Record<string, string> {
  return {
    'content-type': mime,
    'content-disposition': create(name, { type: isInline(mime) ? 'inline' : 'attachment', fallback: addressName }),
    'content-security-policy': sandboxed,
    'cache-control': open ? 'public, max-age=0, must-revalidate' : 'private, no-store',
    'accept-ranges': 'bytes',
    etag: tag,
  };
}

function said(status: 404 | 410): Response {
  return new Response(null, { status, headers: { 'content-type': 'text/plain' } });
}

function holds(header: string | null, tag: string): boolean {
  return header !== null && (header.trim() === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag));
}

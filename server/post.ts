import { isUtf8 } from 'node:buffer';
import { IncomingMessage } from 'node:http';
import { actionId, json, vetPlainCall, vetScriptedCall } from './action.ts';
import type { Refusal } from './guard.ts';

/** The largest post that is read, in bytes; uploads have a door of their own. */
export const postLimit = 1_048_576;

/** Reads a whole post into memory, or refuses it (413 over the limit, 400 where the sender breaks off, or is broken off for being slow). */
export async function readPost(request: IncomingMessage): Promise<Buffer | Refusal> {
  const tooLarge: Refusal = { status: 413, reason: `post over ${postLimit} bytes` };
  if (Number(request.headers['content-length'] ?? 0) > postLimit) return tooLarge;
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= postLimit) parts.push(part);
      else resolve(tooLarge);
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', () => resolve(broken('post broken off')));
    request.on('close', () => resolve(broken('post broken off')));
  });
}

/** Says what is wrong with a post to a page: only a form of this site, with one whole call of an action, comes through. */
export async function vetPagePost(headers: IncomingMessage['headers'], body: Buffer): Promise<Refusal | null> {
  const action = headers['next-action'];
  if (action !== undefined && !(typeof action === 'string' && actionId.test(action))) return broken('action id');
  if (!isMultipart(headers)) return broken('post that is no form of a page');
  const form = await readForm(headers, body);
  if (!(form instanceof FormData)) return form;
  const vetted = action === undefined ? vetPlainCall(form) : vetScriptedCall(form);
  return vetted === 'sound' ? null : broken(vetted === 'malformed' ? 'call of an action' : 'form without one action');
}

/** Says what is wrong with a post to a route handler: undecodable forms and JSON. */
export async function vetRoutePost(headers: IncomingMessage['headers'], body: Buffer): Promise<Refusal | null> {
  const type = headers['content-type'] ?? '';
  if (/^application\/json\b/i.test(type)) return isUtf8(body) && json(body.toString()) !== undefined ? null : broken('JSON');
  if (isMultipart(headers)) {
    const form = await readForm(headers, body);
    return form instanceof FormData ? null : form;
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return null;
  try {
    decodeURIComponent(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return null;
  } catch {
    return broken('urlencoded form');
  }
}

/** The request once more with its body unread, since the first one was read to its end. */
export function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, url, headers, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, complete: true });
  again.headers = { ...headers, 'content-length': String(body.length) };
  delete again.headers['transfer-encoding'];
  again.rawHeaders = Object.entries(again.headers).flatMap(([name, value]) => [name, String(value)]);
  again.push(body);
  again.push(null);
  return again;
}

async function readForm(headers: IncomingMessage['headers'], body: Buffer): Promise<FormData | Refusal> {
  try {
    const type = headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return isUtf8(body) || [...form].every(readsWell) ? form : broken('form in no UTF-8');
  } catch {
    return broken('form');
  }
}

// Bytes that are no UTF-8 are right inside a file and nowhere else.
function readsWell([name, value]: [string, FormDataEntryValue]): boolean {
  return ![name, typeof value === 'string' ? value : value.name].some((text) => text.includes('\uFFFD'));
}

function isMultipart(headers: IncomingMessage['headers']): boolean {
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
}

function broken(reason: string): Refusal {
  return { status: 400, reason: `malformed: ${reason}` };
}

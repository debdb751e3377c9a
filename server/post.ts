import { isUtf8 } from 'node:buffer';
import { IncomingMessage } from 'node:http';
import type { Refusal } from './guard.ts';

/** The largest post that is read, in bytes; uploads have a door of their own. */
export const postLimit = 1_048_576;

/** Reads a whole post into memory, or refuses it (413 over the limit, 400 where the sender breaks off). */
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

/**
 * Says what is wrong with a post to a page: only a form of this site or a scripted action comes
 * through, and what Next would read as JSON must be JSON, since it answers 500 where it is not.
 */
export async function vetPagePost(headers: IncomingMessage['headers'], body: Buffer): Promise<Refusal | null> {
  const action = headers['next-action'];
  if (action !== undefined && !(typeof action === 'string' && actionId.test(action))) return broken('action id');
  const form = /^multipart\/form-data\b/i.test(headers['content-type'] ?? '') ? await readForm(headers, body) : null;
  if (form instanceof FormData) return action === undefined ? vetPlainForm(form) : vetScripted(form);
  if (form !== null) return form;
  if (action === undefined) return broken('post that is no form of a page');
  return isUtf8(body) && Array.isArray(json(body.toString())) ? null : broken('action arguments');
}

/** Says what is wrong with a post to a route handler: undecodable forms and JSON. */
export async function vetRoutePost(headers: IncomingMessage['headers'], body: Buffer): Promise<Refusal | null> {
  const type = headers['content-type'] ?? '';
  if (/^application\/json\b/i.test(type)) return isUtf8(body) && json(body.toString()) !== undefined ? null : broken('JSON');
  if (/^multipart\/form-data\b/i.test(type)) {
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

const actionId = /^[0-9a-f]{40,44}$/;

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

/** A form posted without scripts names its action in hidden fields: `$ACTION_ID_…`, or `$ACTION_REF_n` with `$ACTION_n:0` and on. */
function vetPlainForm(form: FormData): Refusal | null {
  const names = [...form.keys()];
  const direct = names.filter((name) => name.startsWith('$ACTION_ID_'));
  const bound = names.filter((name) => name.startsWith('$ACTION_REF_'));
  if (direct.length + bound.length !== 1) return broken('form without an action');
  if (!direct.every((name) => actionId.test(name.slice('$ACTION_ID_'.length)))) return broken('action id');
  return bound.every((name) => vetBound(form, name.slice('$ACTION_REF_'.length))) ? null : broken('bound action');
}

function vetBound(form: FormData, n: string): boolean {
  const named = json(form.get(`$ACTION_${n}:0`));
  if (typeof named !== 'object' || named === null || !('id' in named) || !('bound' in named)) return false;
  if (typeof named.id !== 'string' || !actionId.test(named.id)) return false;
  if (named.bound === null) return true;
  if (typeof named.bound !== 'string' || !/^\$@[0-9a-f]{1,4}$/.test(named.bound)) return false;
  const rows = [...form.keys()].filter((name) => name.startsWith(`$ACTION_${n}:`));
  const first = json(form.get(`$ACTION_${n}:${named.bound.slice(2)}`));
  return Array.isArray(first) && first.length > 0 && rows.every((row) => isPlain(json(form.get(row)), rows, n));
}

// React reads strings that begin with a dollar sign as references; one that leads nowhere makes it throw.
function isPlain(value: unknown, rows: string[], n: string): boolean {
  if (Array.isArray(value)) return value.every((part) => isPlain(part, rows, n));
  if (typeof value === 'object' && value !== null) return Object.values(value).every((part) => isPlain(part, rows, n));
  if (typeof value !== 'string') return value !== undefined;
  if (!value.startsWith('$') || /^\$(\$.*|undefined|NaN|-?Infinity|-0|D[\d:.TZ+-]{1,40}|n-?\d{1,300})$/s.test(value)) return true;
  const reference = /^\$(?:@|Q|W)?([0-9a-f]{1,4})$/.exec(value)?.[1];
  return reference !== undefined && rows.includes(`$ACTION_${n}:${reference}`);
}

function vetScripted(form: FormData): Refusal | null {
  return Array.isArray(json(form.get('0'))) ? null : broken('action arguments');
}

function json(text: FormDataEntryValue | null): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function broken(reason: string): Refusal {
  return { status: 400, reason: `malformed: ${reason}` };
}

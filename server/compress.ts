import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RawHeaders } from './headers.ts';

/** One answer in the three encodings, with its headers ready to be written. */
export type Packed = { status: number; tags: readonly string[]; weight: number; encodings: Readonly<Record<Encoding, Encoded>> };
export type Encoded = { headers: string[]; unchanged: string[]; body: Buffer };
export type Encoding = 'identity' | 'gzip' | 'br';

/** `kept` answers are compressed well, since they are sent often; those sent once, quickly. */
export type Effort = 'kept' | 'once';

/** Packs a body with its headers: strong ETag per encoding (RFC 9110, 8.8.3), lengths, and compressed forms where they help. */
export async function pack(status: number, body: Buffer, headers: RawHeaders, effort: Effort): Promise<Packed> {
  const mark = createHash('sha256').update(`${status}\0`).update(body).digest('base64url').slice(0, 22);
  const forms = isText(headers) && body.length > 256 ? await compressed(body, effort) : [];
  const plain = effort === 'kept' ? apart(body) : body;
  const [zipped = plain, brotli = plain] = effort === 'kept' ? forms.map(apart) : forms;
  const encodings = {
    identity: encode(plain, `"${mark}"`, headers, []),
    gzip: zipped.length < plain.length ? encode(zipped, `"${mark}-g"`, headers, ['Content-Encoding', 'gzip']) : encode(plain, `"${mark}"`, headers, []),
    br: brotli.length < plain.length ? encode(brotli, `"${mark}-b"`, headers, ['Content-Encoding', 'br']) : encode(plain, `"${mark}"`, headers, []),
  };
  const held = new Set([plain, zipped, brotli]);
  const weight = [...held].reduce((sum, part) => sum + part.length, 2_048);
  return { status, tags: [`"${mark}"`, `"${mark}-g"`, `"${mark}-b"`], weight, encodings };
}

/** The best encoding that Accept-Encoding allows (RFC 9110, 12.5.3). */
export function encodingFor(accept: string | undefined): Encoding {
  if (accept === undefined) return 'identity';
  const known = chosen.get(accept);
  if (known !== undefined) return known;
  const encoding = allows(accept, 'br') ? 'br' : allows(accept, 'gzip') ? 'gzip' : 'identity';
  if (chosen.size < 200) chosen.set(accept, encoding);
  return encoding;
}

const chosen = new Map<string, Encoding>();
const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

function compressed(body: Buffer, effort: Effort): Promise<[Buffer, Buffer]> {
  const [level, quality] = effort === 'kept' ? [9, 9] : [5, 4];
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    // A page fits into the window of 64 KB and gets no smaller by a wider one, which at quality 9 takes 12 ms and 16 MB more.
    [constants.BROTLI_PARAM_LGWIN]: body.length <= 65_536 ? 16 : 22,
  };
  return Promise.all([gzipAsync(body, { level }), brotliAsync(body, { params })]);
}

/** A copy in memory of its own: what Node cuts from a slab keeps the whole slab (64 KB) alive, and would weigh more than is counted. */
function apart(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

function encode(body: Buffer, etag: string, headers: RawHeaders, extra: string[]): Encoded {
  const shared = [...headers, 'Vary', 'Accept-Encoding', 'ETag', etag];
  return { headers: [...shared, ...extra, 'Content-Length', String(body.length)], unchanged: shared, body };
}

function isText(headers: RawHeaders): boolean {
  const type = headers[headers.indexOf('Content-Type') + 1] ?? '';
  return /^(text\/|application\/(javascript|json|xml|[a-z+.-]*\+(json|xml))|image\/svg)/.test(type);
}

function allows(accept: string, encoding: string): boolean {
  const parts = accept.toLowerCase().split(',').map((part) => part.trim().split(/\s*;\s*q=/));
  const found = parts.find(([name]) => name === encoding) ?? parts.find(([name]) => name === '*');
  return found !== undefined && Number(found[1] ?? 1) > 0;
}

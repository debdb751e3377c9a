import type { IncomingMessage } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

/** Why a request does not come in. The reason is for the log; the reader gets the words of the status. */
export type Refusal = { status: 400 | 403 | 404 | 405 | 413; reason: string };

/** What was asked for, with every part decodable. `pathname` is plain ASCII and has no empty or dotted segment. */
export type Asked = { pathname: string; query: URLSearchParams };

/** Reads the address, or says why nothing behind the door should try. */
export function readAddress(url: string): Asked | Refusal {
  if (url.length > 4_096) return bad('address too long');
  if (!url.startsWith('/') || url.startsWith('//')) return bad('address is no path');
  if (!/^[\x21-\x7e]+$/.test(url) || /[\\<>"`^{}|]/.test(url.split('?', 1)[0] ?? '')) return bad('address not encoded');
  const cut = url.indexOf('?');
  const pathname = cut < 0 ? url : url.slice(0, cut);
  const search = cut < 0 ? '' : url.slice(cut + 1);
  const decoded = decode(pathname);
  if (decoded === null || decode(search) === null) return bad('undecodable escape');
  if (hasControl(decoded) || /%(2f|5c)/i.test(pathname)) return bad('control or separator in the path');
  if (/(^|\/)\.{1,2}(\/|$)/.test(decoded) || decoded.includes('//')) return bad('dotted or empty segment');
  // Under these names Next gives out what it sends to its own client, public pages among it, past every cache.
  if (/\.(rsc|segments)(\/|$)/i.test(decoded)) return { status: 404, reason: 'payload of a page' };
  const query = new URLSearchParams(search);
  for (const [name, value] of query) {
    if (/^(nxt[PI]|__next|_next|__NEXT)/.test(name)) return bad('steering parameter');
    if (value.includes('\0') || name.includes('\0')) return bad('NUL in a parameter');
  }
  return { pathname, query };
}

/** Whether a post may come from where it says it comes from (SAFETY section 2): only from this site's own pages. */
export function refuseForeign(headers: IncomingMessage['headers'], ownOrigins: readonly string[]): Refusal | null {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return foreign(`Sec-Fetch-Site ${String(site)}`);
  if (origin !== undefined && !ownOrigins.includes(origin)) return foreign('Origin');
  if (site === undefined && origin === undefined) return foreign('neither Sec-Fetch-Site nor Origin');
  return null;
}

/** What Next's client says of the place it is at must be readable by Next's own check, which else ends in a 500. */
export function refuseLost(headers: IncomingMessage['headers']): Refusal | null {
  try {
    parseAndValidateFlightRouterState(headers['next-router-state-tree']);
    return null;
  } catch {
    return bad('router state');
  }
}

/** Takes away the headers by which a request could steer Next; what remains is what a browser sends. */
export function disarm(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) {
    if (steering.test(name)) delete request.headers[name];
  }
}

const steering =
  /^(x-middleware-.*|x-matched-path|x-now-route-matches|x-invoke-.*|x-nextjs-(?!(?:html-)?request-id$).*|x-next-.*|next-resume.*|x-prerender-.*|x-vercel-.*|content-security-policy.*|x-original-url|x-rewrite-url|x-http-method.*)$/;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function hasControl(text: string): boolean {
  return /[\p{Cc}\\]/u.test(text);
}

function bad(reason: string): Refusal {
  return { status: 400, reason };
}

function foreign(reason: string): Refusal {
  return { status: 403, reason: `foreign post: ${reason}` };
}

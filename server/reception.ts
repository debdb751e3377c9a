import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { constants } from 'node:zlib';
import compression from 'compression';
import { addressHeader, formOf, isFile, isPrivate, isRoute, isUpload, machineAddresses, publicAddress } from '#app/addresses.ts';
import { plainFault } from '#db/plain-fault.ts';
import { preferredForm } from '#messages/routing.ts';
import { openAdmission } from './admission.ts';
import { NotADocument } from './document.ts';
import type { Faults } from './error-page.ts';
import { keepFileHead } from './file-head.ts';
import { disarm, readAddress, refuseForeign, refuseLost, type Asked } from './guard.ts';
import { closedPolicy, developmentPolicy, noncePolicy, speculationRules, speculationRulesPath, type RawHeaders } from './headers.ts';
import { hurry, hurryOnceAnswered, uploadTime } from './hurry.ts';
import { NoDocument, type Library } from './library.ts';
import { note } from './note.ts';
import { introduce, type Peer } from './peer.ts';
import { readPost, replay, vetPagePost, vetRoutePost } from './post.ts';
import { securityPath } from './security-txt.ts';
import { sentForm, type SentForm } from './sent-form.ts';
import type { Statics } from './statics.ts';
import { handedBack, type Handler } from './statuses.ts';
import { veil } from './veil.ts';

type Reception = {
  next: Handler;
  library: Library;
  statics: Statics;
  faults: Faults;
  safety: RawHeaders;
  peerOf: (request: IncomingMessage) => Peer;
  ownOrigins: readonly string[];
  /** Whom to tell of a hole; undefined where nobody was named. */
  securityText: () => string | undefined;
  ready: () => Promise<boolean>;
  shaken: () => boolean;
  dev: boolean;
  /** How long a page may take before its reader gets a 503, in milliseconds. */
  patience: number;
  /** How long what a reader sends may take, uploads apart, in milliseconds. */
  sending: number;
};

/** Receives one request that memory could not answer: refuses it, answers it, or brings it to Next. */
export function openReception(o: Reception): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const refuse = (request: IncomingMessage, response: ServerResponse, status: number, reason: string, sent: SentForm | null = null): void => {
    note(status, request, reason);
    if (response.headersSent) response.destroy();
    else o.faults(response, status, formFor(request), sent);
  };

  const admission = openAdmission({ atOnce: 16, longest: 30_000 });

  // What the forms of pages have sent, as long as their requests live: a fault gives it back to be sent again.
  const bodies = new WeakMap<IncomingMessage, Buffer>();
  const sentBy = async (request: IncomingMessage): Promise<SentForm | null> => {
    const handed = handedBack(request);
    if (handed) return { address: request.url ?? '/', fields: handed, hadFiles: true };
    const body = bodies.get(request);
    return body ? sentForm(request.url ?? '/', request.headers['content-type'] ?? '', body) : null;
  };

  // A fault of ours, or the database's; a 503 is what it is. A query hears that Postgres goes before its connection breaks, so we listen a moment.
  const blamed = async (said: number): Promise<number> => {
    if (said < 500 || said === 503) return said;
    if (!o.shaken()) await wait(100);
    return o.shaken() || !(await o.ready()) ? 503 : said;
  };

  const fail = async (request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> => {
    const said = error instanceof NoDocument ? error.status : isLate(error) ? 503 : 500;
    const status = error instanceof NotADocument ? said : await blamed(said);
    refuse(request, response, status, plainFault(error), await sentBy(request));
  };

  const prepare = (request: IncomingMessage, response: ServerResponse, patience: number, passed?: () => void): void => {
    o.safety.forEach((name, at) => at % 2 === 0 && response.setHeader(name, o.safety[at + 1] ?? ''));
    introduce(request, o.peerOf(request));
    request.headers[addressHeader] = withoutMark(request.url ?? '/');
    if (!o.dev) veil(response, (status) => replacement(request, status), patience, passed);
  };

  const toNext = async (request: IncomingMessage, response: ServerResponse, patience = o.patience): Promise<void> => {
    prepare(request, response, patience);
    await o.next(request, response);
  };

  // Forms of pages. Whoever was answered (the veil does it when a page takes too long) or has left before his turn is passed over: where what nobody
  // waits for any more is done all the same, a crowd that sends again is never served. Pages that are only asked for take no turn, since Next
  // itself asks for the one to which a form leads, within the turn of that form.
  const inTurn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let leave = (): void => {};
    prepare(request, response, o.patience, () => leave());
    leave = await admission();
    try {
      if (!response.headersSent && !response.destroyed) await o.next(request, response);
    } finally {
      leave();
    }
  };

  const replacement = async (request: IncomingMessage, said: number) => {
    const status = await blamed(Math.max(said, 400));
    note(status, request, `Next's own error ${said}`);
    const sent = status < 500 ? null : await sentBy(request);
    return (response: ServerResponse) => o.faults(response, status, formFor(request), sent);
  };

  const squeeze = compression({ threshold: 1_000, brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: 17 } } }); // 128 KB to look back in, for each answer under way

  const page = (request: IncomingMessage, response: ServerResponse, draw = toNext): Promise<void> => {
    // Below the veil, which reads what Next has written.
    if (!o.dev && isAskedHere(request)) squeeze(request, response, () => {});
    const nonce = randomBytes(16).toString('base64');
    const policy = o.dev ? developmentPolicy(nonce) : noncePolicy(nonce);
    request.headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cache-Control', 'no-store');
    return draw(request, response);
  };

  const route = (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('Content-Security-Policy', closedPolicy);
    response.setHeader('Cache-Control', 'no-store');
    return toNext(request, response);
  };

  // What a file is, who may have it and how it may be drawn, its route says.
  const file = (request: IncomingMessage, response: ServerResponse, patience?: number): Promise<void> => {
    keepFileHead(response);
    return toNext(request, response, patience);
  };

  const upload = (request: IncomingMessage, response: ServerResponse, letBe: () => void): Promise<void> => {
    letBe();
    hurryOnceAnswered(request, response);
    return file(request, response, uploadTime);
  };

  const post = async (request: IncomingMessage, response: ServerResponse, { pathname }: Asked, letBe: () => void): Promise<void> => {
    if (o.dev && pathname.startsWith('/__nextjs')) return toNext(request, response);
    const toPage = isPrivate(pathname);
    if (!toPage && !isRoute(pathname) && !isUpload(pathname)) return refuse(request, response, 405, 'post to what takes none');
    const foreign = refuseForeign(request.headers, o.ownOrigins);
    if (foreign) return refuse(request, response, foreign.status, foreign.reason);
    if (isUpload(pathname)) return upload(request, response, letBe);
    const body = await readPost(request);
    if (!Buffer.isBuffer(body)) return refuse(request, response, body.status, body.reason);
    const malformed = await (toPage ? vetPagePost : vetRoutePost)(request.headers, body);
    if (malformed) return refuse(request, response, malformed.status, malformed.reason);
    const again = replay(request, body);
    if (toPage) for (const one of [request, again]) bodies.set(one, body);
    return toPage ? page(again, response, inTurn) : route(again, response);
  };

  const health = async (response: ServerResponse, pathname: string): Promise<void> => {
    const well = pathname === '/health/live' || (await o.ready());
    response.writeHead(well ? 200 : 503, [...o.safety, ...plain, 'Cache-Control', 'no-store']);
    response.end(well ? 'ok\n' : 'the database does not answer\n');
  };

  const security = (request: IncomingMessage, response: ServerResponse): void => {
    const text = o.securityText();
    if (text === undefined) return refuse(request, response, 404, 'nobody is named');
    response.writeHead(200, [...o.safety, ...plain, 'Cache-Control', 'public, max-age=86400', 'Content-Length', String(Buffer.byteLength(text))]);
    response.end(text);
  };

  const read = async (request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> => {
    const { pathname, query } = asked;
    if (pathname === '/') return toPreferredForm(request, response, o.safety);
    if (pathname === '/health/live' || pathname === '/health/ready') return health(response, pathname);
    if (pathname === securityPath) return security(request, response);
    if (pathname === speculationRulesPath) return speculate(response, o.safety);
    if (isPrivate(pathname)) return page(request, response);
    if (isFile(pathname)) return file(request, response);
    if (isRoute(pathname)) return route(request, response);
    if (o.dev) return page(request, response);
    if (o.statics.has(pathname) && (await o.statics.lend(request, response, pathname))) return undefined;
    if (pathname.endsWith('/')) return toPlainAddress(request, response, pathname, o.safety);
    const address = machineAddresses.includes(pathname) ? { path: pathname, parameters: [] } : publicAddress(pathname)?.address;
    if (!address && !formOf(pathname)) return refuse(request, response, 404, 'no such address');
    return o.library.lend(request, response, { pathname, query, address: address ?? null });
  };

  return async (request, response) => {
    const { method } = request;
    const letBe = hurry(request, o.sending);
    try {
      const asked = readAddress(request.url ?? '');
      if ('status' in asked) return refuse(request, response, asked.status, asked.reason);
      if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return refuse(request, response, 405, 'method');
      const lost = refuseLost(request.headers);
      if (lost) return refuse(request, response, lost.status, lost.reason);
      disarm(request);
      await (method === 'POST' ? post(request, response, asked, letBe) : read(request, response, asked));
    } catch (error) {
      await fail(request, response, error);
    }
  };
}

/** The address without the parameter by which Next's client keeps what it fetches apart from documents. */
export function withoutMark(url: string): string {
  return url.replace(/([?&])_rsc(?:=[^&]*)?(&|$)/, (_whole, before: string, after: string) => (after ? before : ''));
}

// Another site that makes a browser come here again and again could tell a secret on a packed page by its length (decision 0028).
function isAskedHere({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-site'] === 'same-origin' || headers['sec-fetch-site'] === 'none';
}

// What Node says where a deadline of ours ended a request to Next.
function isLate(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

const plain: RawHeaders = ['Content-Type', 'text/plain; charset=utf-8', 'Content-Security-Policy', closedPolicy];

/** The reader's form: that of the address, also of one to which files are brought, else the one his browser prefers. */
function formFor(request: IncomingMessage) {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  return formOf(isUpload(path) ? path.replace(/^\/files\/[a-z]+/, '') : path) ?? preferredForm(request.headers['accept-language']);
}

function toPreferredForm(request: IncomingMessage, response: ServerResponse, safety: RawHeaders): void {
  const location = `/${preferredForm(request.headers['accept-language'])}`;
  response.writeHead(307, [...safety, ...plain, 'Location', location, 'Vary', 'Accept-Language', 'Cache-Control', 'no-cache']);
  response.end();
}

/** An address has one spelling, without a slash at its end. */
function toPlainAddress(request: IncomingMessage, response: ServerResponse, pathname: string, safety: RawHeaders): void {
  const location = `${pathname.slice(0, -1)}${(request.url ?? '').slice(pathname.length)}`;
  response.writeHead(308, [...safety, ...plain, 'Location', location, 'Cache-Control', 'no-store']);
  response.end();
}

function speculate(response: ServerResponse, safety: RawHeaders): void {
  const headers = ['Content-Type', 'application/speculationrules+json', 'Content-Security-Policy', closedPolicy];
  response.writeHead(200, [...safety, ...headers, 'Cache-Control', 'public, max-age=86400', 'Content-Length', String(speculationRules.length)]);
  response.end(speculationRules);
}

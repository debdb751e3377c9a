import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Address } from '#app/addresses.ts';
import { onceHeader } from '#app/answer.ts';
import { officeTimeZone } from '#messages/words.ts';
import type { Ask, Reply } from './ask.ts';
import { openShelf, send } from './cache.ts';
import { pack, type Effort, type Packed } from './compress.ts';
import { NotADocument, toDocument } from './document.ts';
import type { Epoch } from './epoch.ts';
import { closedPolicy, publicPolicy, speculationHeader, type RawHeaders } from './headers.ts';

/** A page for which Next gave an error instead of a document; `status` is what it said. */
export class NoDocument extends Error {
  readonly status: number;
  constructor(status: number, reason: string) {
    super(reason);
    this.name = 'NoDocument';
    this.status = status;
  }
}

/** The public pages as documents, kept in memory while the register and the day stay the same. */
export type Library = {
  /** Answers from memory where the address is written canonically and its document is kept; else false. */
  recall(request: IncomingMessage, response: ServerResponse): boolean;
  /** Answers with the document, asking Next where it is not kept. Throws NoDocument, NotADocument, or what asking throws. */
  lend(request: IncomingMessage, response: ServerResponse, wanted: Wanted): Promise<void>;
};

/** `address` null for what may only be a not-found page: it is drawn, and never kept. */
export type Wanted = { pathname: string; query: URLSearchParams; address: Address | null };

export function openLibrary(o: { ask: Ask; epoch: Epoch; safety: RawHeaders; bytes: number }): Library {
  // Lists with parameters have a shelf of their own, so that made-up searches cannot push out the pages.
  const pages = openShelf(o.bytes * 0.75);
  const lists = openShelf(o.bytes * 0.25);
  const underway = new Map<string, Promise<Packed>>();
  let age = '';

  // Everything kept belongs to one epoch and one day; standing depends on today's date in Belgrade.
  const isFresh = (): boolean => {
    const now = `${o.epoch.current()} ${belgradeDay(Date.now())}`;
    if (now !== age) {
      pages.clear();
      lists.clear();
      age = now;
    }
    return o.epoch.trusted();
  };

  const draw = async (key: string, keepable: boolean, begun: string): Promise<Packed> => {
    const reply = await o.ask(key);
    const lasting = keepable && reply.headers[onceHeader] === undefined && (reply.status === 200 || reply.status === 410);
    const packed = await bind(reply, o.safety, lasting ? 'kept' : 'once');
    if (lasting && isFresh() && age === begun) (key.includes('?') ? lists : pages).put(key, packed);
    return packed;
  };

  const drawOnce = (key: string, keepable: boolean): Promise<Packed> => {
    const flight = `${age} ${key}`;
    const joined = underway.get(flight);
    if (joined) return joined;
    const started = draw(key, keepable, age).finally(() => underway.delete(flight));
    underway.set(flight, started);
    return started;
  };

  return {
    recall(request, response) {
      if (!isFresh()) return false;
      const kept = pages.get(request.url ?? '') ?? lists.get(request.url ?? '');
      if (kept === undefined) return false;
      send(kept, request, response);
      return true;
    },
    async lend(request, response, { pathname, query, address }) {
      const key = address === null ? pathname : canonical(pathname, query, address.parameters);
      const fresh = isFresh();
      const kept = fresh ? (key.includes('?') ? lists : pages).get(key) : undefined;
      send(kept ?? (await (fresh ? drawOnce(key, address !== null) : draw(key, false, age))), request, response);
    },
  };
}

/** The address with only the parameters that its page declares, in the declared order, each value once. */
export function canonical(pathname: string, query: URLSearchParams, parameters: readonly string[]): string {
  const kept = new URLSearchParams();
  for (const name of parameters) {
    const values = new Set(query.getAll(name).filter((value) => value !== ''));
    for (const value of [...values].toSorted().slice(0, 20)) kept.append(name, value);
  }
  return kept.size === 0 ? pathname : `${pathname}?${kept}`;
}

/** Today's date in Belgrade, worked out once a second. */
function belgradeDay(now: number): string {
  const thisSecond = Math.floor(now / 1_000);
  if (thisSecond !== second) {
    second = thisSecond;
    day = calendar.format(now);
  }
  return day;
}
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: officeTimeZone, dateStyle: 'short' });
let second = 0;
let day = '';

async function bind({ status, headers, body }: Reply, safety: RawHeaders, effort: Effort): Promise<Packed> {
  if (status >= 300 && status < 400) return redirect(status, headers.location, safety);
  const type = headers['content-type'] ?? '';
  const html = /^text\/html\b/.test(type);
  if (status >= 500 || (status >= 400 && !html)) throw new NoDocument(status, `Next answered ${status}`);
  const text = html ? body.toString() : '';
  if (html && text.slice(0, 1_000).includes('id="__next_error__"')) throw new NoDocument(status >= 400 ? status : 500, "Next's error page");
  const caching = effort === 'kept' ? 'public, max-age=0, must-revalidate' : 'no-store';
  const shared = [...safety, 'Content-Type', type, 'Cache-Control', caching, 'Content-Security-Policy', html ? publicPolicy : closedPolicy];
  if (!html) return pack(status, body, shared, effort);
  return pack(status, Buffer.from(documentOf(text, status)), [...shared, ...speculationHeader], effort);
}

/** Next's own not-found view is styled inline: the status stays, the door's page takes its place. */
function documentOf(html: string, status: number): string {
  try {
    return toDocument(html);
  } catch (error) {
    if (error instanceof NotADocument && status === 404) throw new NoDocument(404, error.message);
    throw error;
  }
}

function redirect(status: number, location: string | undefined, safety: RawHeaders): Promise<Packed> {
  if (location === undefined) throw new NoDocument(500, 'redirect to nowhere');
  return pack(status, Buffer.alloc(0), [...safety, 'Location', location, 'Cache-Control', 'no-store', 'Content-Security-Policy', publicPolicy], 'once');
}

import type { APIRequestContext } from '@playwright/test';
import { isPrivate, publicAddress } from '#app/addresses.ts';
import { writtenForms } from '#messages/local-text.ts';

export type Found = { status: number; text: string; headers: Record<string, string>; from: string };
let site: Promise<Map<string, Found>> | undefined;

/** Every address that can be reached from the three home pages and a search by links and by forms without an answer, asked once. */
export function crawl(request: APIRequestContext): Promise<Map<string, Found>> {
  return (site ??= walk(request));
}

async function walk(request: APIRequestContext): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  let next = writtenForms.flatMap((form) => [`/${form}`, `/${form}/search?q=nis`]).map((address) => ({ address, from: '/' }));
  while (next.length > 0 && found.size < 3_000) {
    const asked = await Promise.all(next.splice(0, 4).map(async ({ address, from }) => ({ address, from, ...(await ask(request, address)) })));
    for (const { address, ...answer } of asked) {
      found.set(address, answer);
      const fresh = linksIn(answer.text, address).filter((link) => !found.has(link) && !next.some((other) => other.address === link));
      next = [...next, ...[...new Set(fresh)].map((link) => ({ address: link, from: address }))];
    }
  }
  return found;
}

/** The answer at an address; its text only if it is a page. */
export async function ask(request: APIRequestContext, address: string): Promise<{ status: number; text: string; headers: Record<string, string> }> {
  const answer = await request.get(address);
  const html = (answer.headers()['content-type'] ?? '').startsWith('text/html');
  return { status: answer.status(), headers: answer.headers(), text: html ? await answer.text() : '' };
}

/** Addresses of this site in a page, without the part, also those that a form asks; the workspace and sign-in belong to other journeys. */
export function linksIn(text: string, at: string): string[] {
  return hrefsIn(text, at).map((url) => `${url.pathname}${url.search}`).filter((address) => !isPrivate(address.split('?')[0] ?? ''));
}

/** Links to a part of a page: the page's address, and the part's id. */
export function partsIn(text: string, at: string): [page: string, part: string][] {
  return hrefsIn(text, at).filter(({ hash }) => hash.length > 1).map(({ pathname, search, hash }) => [`${pathname}${search}`, decodeURIComponent(hash.slice(1))]);
}

/** What was found that is a public page or something for machines. */
export function pagesIn(found: Map<string, Found>): [string, Found][] {
  return [...found].filter(([address, { status, text }]) => status === 200 && text !== '' && publicAddress(address.split('?')[0] ?? '') !== null);
}

/** The kind of a page: its written form and its path with `[slug]` for a record's own. */
export function kindOf(address: string): string {
  const read = publicAddress(address.split('?')[0] ?? '');
  return read ? `/${read.form}${read.address.path}` : '';
}

const origin = 'http://site.invalid';

function hrefsIn(text: string, at: string): URL[] {
  return [...text.matchAll(/\s(?:href|action)="([^"]*)"/g)].map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `${origin}${at}`)).filter((url) => url.origin === origin);
}

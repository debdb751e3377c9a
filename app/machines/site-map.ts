import { Readable } from 'node:stream';
import { ErrorLevel, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { publicAddresses } from '#app/addresses.ts';
import { statementDay } from '#app/statement-day.ts';
import { writtenForms, type WrittenForm } from '#messages/local-text.ts';
import { defaultForm, htmlLang } from '#messages/routing.ts';
import type { Piece, RecordPage } from '#office/register/pages.ts';

/** Record pages in one site map. The protocol allows 50,000 addresses and 50 MB; this many weigh 0.7 MB, so that the door's memory keeps many. */
export const pieceSize = 1_000;

export type SitemapPlace = { readonly form: WrittenForm; readonly origin: string };

/** The index of all site maps (sitemaps.org protocol 0.9): for each written form as many as there are pieces, one at least. */
export function sitemapIndex(pieces: readonly Piece[], origin: string): Promise<string> {
  const counted = pieces.length === 0 ? [null] : pieces;
  const maps = writtenForms.flatMap((form) => counted.map((piece, place) => ({
    url: `${origin}/${form}/sitemap.xml${place === 0 ? '' : `?page=${place + 1}`}`,
    ...(piece ? { lastmod: piece.changed.toISOString() } : {}),
  })));
  return written(maps, new SitemapIndexStream({ level: ErrorLevel.THROW }));
}

/** One site map: each page in its form, its other forms beside it, and the instant of its last change where one is known. */
export function sitemap(pages: readonly (Pick<RecordPage, 'path'> & { readonly changed: Date | null })[], { form, origin }: SitemapPlace): Promise<string> {
  const address = (of: WrittenForm, path: string) => `${origin}/${of}${path === '/' ? '' : path}`;
  const items = pages.map(({ path, changed }) => ({
    url: address(form, path),
    links: [...writtenForms.map((of) => ({ lang: htmlLang(of), url: address(of, path) })), { lang: 'x-default', url: address(defaultForm, path) }],
    ...(changed ? { lastmod: changed.toISOString() } : {}),
  }));
  return written(items, new SitemapStream({ level: ErrorLevel.THROW, xmlns: { news: false, image: false, video: false, xhtml: true } }));
}

/**
 * The pages that are no records; `changed` is the last change of any record, which the lists among them show. A search
 * has as many pages as there are words, so it is left out.
 */
export function standingPages(changed: Date | null): { path: string; changed: Date | null }[] {
  return publicAddresses.filter(({ path }) => !path.includes('[') && path !== '/search').map(({ path }) => ({
    path, changed: path === '/accessibility' ? new Date(statementDay) : prose.includes(path) ? null : changed,
  }));
}

const prose = ['/contact', '/privacy', '/open-data'];

async function written(items: readonly object[], into: SitemapStream | SitemapIndexStream): Promise<string> {
  return `${await streamToPromise(Readable.from(items).pipe(into))}`;
}

import { writtenForms, type WrittenForm } from '#messages/local-text.ts';

/** `path` stands under a written form; `[slug]` is one segment of a-z, 0-9 and hyphens. Parameters in canonical order. */
export type Address = { readonly path: string; readonly parameters: readonly string[] };

const register = ['q', 'type', 'standing', 'party', 'country', 'field', 'year', 'procedure', 'verification', 'from', 'to', 'undated', 'sort', 'page', 'per-page'];

/** Every public page. The cache, the sitemap, the language switch and the crawl read this list. */
export const publicAddresses: readonly Address[] = [
  { path: '/', parameters: [] },
  { path: '/networks', parameters: [] },
  { path: '/networks/[slug]', parameters: [] },
  { path: '/programmes/[slug]', parameters: [] },
  { path: '/projects', parameters: ['q', 'standing', 'party', 'country', 'year', 'verification', 'sort', 'page', 'per-page'] },
  { path: '/projects/[slug]', parameters: [] },
  { path: '/agreements', parameters: register },
  { path: '/agreements/[slug]', parameters: [] },
  { path: '/memoranda', parameters: register },
  { path: '/partners', parameters: ['q', 'type', 'country', 'verification', 'sort', 'page', 'per-page'] },
  { path: '/partners/[slug]', parameters: [] },
  { path: '/milestones', parameters: ['q', 'type', 'year', 'undated', 'page', 'per-page'] },
  { path: '/map', parameters: ['year', 'layer'] },
  { path: '/search', parameters: ['q', 'type', 'country', 'year', 'verification', 'page', 'per-page'] },
  { path: '/about', parameters: [] },
  { path: '/contact', parameters: [] },
  { path: '/privacy', parameters: [] },
  { path: '/accessibility', parameters: [] },
  { path: '/self-assessment', parameters: [] },
  { path: '/open-data', parameters: [] },
];

/** What stands under a written form for machines: kept like a page, but no page. */
export const feedAddresses: readonly Address[] = [
  { path: '/feed.atom', parameters: [] },
  { path: '/milestones.ics', parameters: [] },
  { path: '/sitemap.xml', parameters: ['page'] },
  { path: '/manifest.webmanifest', parameters: [] },
];

/** In this header the front door tells the pages the path and query that were asked for; what a reader sends there is struck. */
export const addressHeader = 'x-povelja-address';

/**
 * Public answers for machines, outside the written forms; each must have a route of its own, since the first segment
 * of any other address is taken for a written form.
 */
export const machineAddresses: readonly string[] = ['/robots.txt', '/sitemap.xml'];

/** Where staff sign in and work, under a written form. Never cached, never a document without scripts. */
export const privateAddresses: readonly string[] = ['/sign-in', '/workspace'];

/** Below these stand route handlers, outside the written forms; they answer for themselves. */
export const routeAddresses: readonly string[] = ['/api/auth', '/drafts'];

/** Below it, with a written form, tables are brought for an import: passed on as they come, like files. */
export const tableAddress = '/files/import';

/** Below it, with a written form and the id of a document, files are brought: the door passes them on as they come, and the route counts. */
export const uploadAddress = '/files/attach';

/** The public page or feed at a path, or null. Looks at the path's shape only; whether the record exists is the page's business. */
export function publicAddress(pathname: string): { form: WrittenForm; address: Address } | null {
  const form = formOf(pathname);
  if (!form) return null;
  const address = byPath.get(pathname.slice(form.length + 1).replace(oneSlug, '/[slug]') || '/');
  return address ? { form, address } : null;
}

/** The written form under which a path stands, or null. */
export function formOf(pathname: string): WrittenForm | null {
  return writtenForms.find((form) => pathname === `/${form}` || pathname.startsWith(`/${form}/`)) ?? null;
}

/** True for sign-in and the workspace in any written form. */
export function isPrivate(pathname: string): boolean {
  const form = formOf(pathname);
  return form !== null && standsUnder(privateAddresses, pathname.slice(form.length + 1));
}

/** True for the address of a file: its id, and its name for people. */
export function isFile(pathname: string): boolean {
  return /^\/files\/[0-9a-f-]{36}\/[a-zA-Z0-9.-]{1,120}$/.test(pathname);
}

/** True for where files are brought. */
export function isUpload(pathname: string): boolean {
  if (pathname.startsWith(`${tableAddress}/`)) return /^\/[A-Za-z-]{2,10}$/.test(pathname.slice(tableAddress.length));
  return pathname.startsWith(`${uploadAddress}/`) && /^\/[A-Za-z-]{2,10}\/[0-9a-f-]{36}$/.test(pathname.slice(uploadAddress.length));
}

export function isRoute(pathname: string): boolean {
  return routeAddresses.some((root) => pathname.startsWith(`${root}/`));
}

const oneSlug = /(?<=^\/[a-z]+)\/[a-z0-9-]+$/;
const byPath = new Map([...publicAddresses, ...feedAddresses].map((address) => [address.path, address]));

function standsUnder(roots: readonly string[], pathname: string): boolean {
  return roots.some((root) => pathname === root || pathname.startsWith(`${root}/`));
}

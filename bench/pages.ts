import { publicAddress, publicAddresses } from '#app/addresses.ts';
import type { MeasuredSite } from './site.ts';
import { visit } from './visit.ts';

/** One public page of each kind in Serbian Cyrillic, found by the site's own links; kinds without a page are left out. */
export async function onePageOfEachKind(site: MeasuredSite): Promise<string[]> {
  const plain = publicAddresses.map(({ path }) => path).filter((path) => !path.includes('['));
  const found = new Map<string, string>();
  const linked = new Set<string>();
  for (const path of plain.map((rest) => `/sr-Cyrl${rest === '/' ? '' : rest}`)) {
    const { status, body } = await visit(`${site.address}${path}`);
    if (status !== 200) continue;
    found.set(path, path);
    for (const [, href = ''] of body.toString().matchAll(/href="(\/sr-Cyrl\/[^"?#]+)"/g)) linked.add(href);
  }
  for (const href of linked) {
    const kind = publicAddress(href)?.address.path ?? '';
    if (!kind.includes('[') || found.has(kind)) continue;
    if ((await visit(`${site.address}${href}`)).status === 200) found.set(kind, href);
  }
  return [...found.values()];
}

import { privateAddresses } from '#app/addresses.ts';
import { writtenForms } from '#messages/local-text.ts';

/**
 * The robots.txt of the site (RFC 9309). The workspace is no page to index; a search and a filtered list have as many
 * addresses as there are choices, and every record behind them stands in the site map. Pages of a plain list may be read.
 */
export function robots(origin: string): string {
  const closed = writtenForms.flatMap((form) => [...[...privateAddresses, '/search', '/*?'].map((path) => `Disallow: /${form}${path}`), `Allow: /${form}/*?page=`]);
  const lines = ['User-agent: *', ...closed, 'Disallow: /api/', '', `Sitemap: ${origin}/sitemap.xml`];
  return `${lines.join('\n')}\n`;
}

import type { Browser } from '@playwright/test';
import { visit } from './visit.ts';

/** What one first visit brought over the wire, in bytes, heads included. */
export type Wire = { path: string; status: number; requests: number; addresses: string[]; page: number; styles: number; fonts: number; scripts: number; other: number };

type Kind = 'page' | 'styles' | 'fonts' | 'scripts' | 'other';
const kinds: Record<string, Kind> = { Document: 'page', Stylesheet: 'styles', Font: 'fonts', Script: 'scripts' };

/** Opens the page in a browser that has nothing of it yet, and adds up what the browser says it received. */
export async function lookAtFirstVisit(browser: Browser, address: string, path: string): Promise<Wire> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    const kindOf = new Map<string, Kind>();
    const wire: Wire = { path, status: 0, requests: 0, addresses: [], page: 0, styles: 0, fonts: 0, scripts: 0, other: 0 };
    line.on('Network.responseReceived', ({ requestId, type }) => kindOf.set(requestId, kinds[type] ?? 'other'));
    line.on('Network.requestWillBeSent', ({ request }) => {
      wire.requests += 1;
      wire.addresses.push(new URL(request.url).pathname);
    });
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { wire[kindOf.get(requestId) ?? 'other'] += encodedDataLength; });
    await line.send('Network.enable');
    await line.send('Network.setCacheDisabled', { cacheDisabled: true });
    const answer = await page.goto(address + path, { waitUntil: 'load' });
    await page.evaluate(async () => void (await document.fonts.ready));
    await page.waitForLoadState('networkidle');
    const inline = await page.locator('script:not([type="application/ld+json"])').allTextContents();
    return { ...wire, status: answer?.status() ?? 0, scripts: wire.scripts + Buffer.byteLength(inline.join('')) };
  } finally {
    await context.close();
  }
}

/** The icons that a browser with a window would ask for, where they were not asked for already. */
export async function iconsLinkedFrom(address: string, path: string, had: readonly string[]): Promise<{ bytes: number; requests: number }> {
  const html = (await visit(address + path)).body.toString();
  const links = [...html.matchAll(/<link[^>]*rel="icon"[^>]*>/g)].map(([link]) => /href="([^"?]+)/.exec(link)?.[1] ?? '');
  let bytes = 0;
  const missing = links.filter((href) => href !== '' && !had.includes(href));
  for (const href of missing) {
    const { rawHeaders, body } = await visit(address + href, { 'accept-encoding': 'br' });
    bytes += body.length + rawHeaders.join('  ').length;
  }
  return { bytes, requests: missing.length };
}

import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../tests/browser.ts';
import { kilobytes, type Figure } from './figures.ts';
import type { MeasuredSite } from './site.ts';
import { iconsLinkedFrom, lookAtFirstVisit, type Wire } from './wire.ts';

const homes = ['/sr-Cyrl', '/sr-Latn', '/en'];
const lists = ['/networks', '/projects', '/agreements', '/memoranda', '/partners', '/milestones'];
const limits = { home: 120_000, map: 200_000, list: 25_000 };

/**
 * What a reader's first visit weighs on the wire, heads and fonts included: a real browser that has nothing, asked what
 * it received. A browser without a window asks for no icon, so those that the page links to are added.
 */
export async function measureFirstVisit(site: MeasuredSite, pages: readonly string[]): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: await findBrowser(console.error), args: flags });
  try {
    const weighAll = async (paths: readonly string[]) => {
      const wires: Wire[] = [];
      for (const path of paths) wires.push(await weigh(browser, site, path));
      return wires;
    };
    const home = await weighAll(homes);
    const map = await weighAll(homes.map((form) => `${form}/map`));
    const list = await weighAll(homes.flatMap((form) => lists.map((rest) => form + rest)));
    const all = [...home, ...map, ...list, ...await weighAll(pages)];
    const script = all.reduce((sum, { scripts }) => sum + scripts, 0);
    return [
      ...home.map((wire) => wholeFigure(wire, limits.home)),
      ...map.map((wire) => wholeFigure(wire, limits.map)),
      ...heaviestFirst(list).slice(0, 3).map((wire) => listFigure(wire)),
      { name: `bytes of JavaScript on ${all.length} public pages`, value: String(script), goal: '0', met: script === 0 },
    ];
  } finally {
    await browser.close();
  }
}

// Without these a browser asks for things of its own; as root it starts only without its sandbox.
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function weigh(browser: Browser, site: MeasuredSite, path: string): Promise<Wire> {
  const wire = await lookAtFirstVisit(browser, site.address, path);
  const icons = await iconsLinkedFrom(site.address, path, wire.addresses);
  return { ...wire, other: wire.other + icons.bytes, requests: wire.requests + icons.requests };
}

function wholeFigure(wire: Wire, limit: number): Figure {
  const all = total(wire);
  if (wire.status !== 200) return absent(wire);
  return { name: `first visit to ${wire.path}, ${wire.requests} requests`, value: `${kilobytes(all)}: ${parts(wire)}`, goal: `≤ ${kilobytes(limit)}`, met: all <= limit };
}

function listFigure(wire: Wire): Figure {
  const besides = total(wire) - wire.fonts;
  if (wire.status !== 200) return absent(wire);
  return { name: `first visit to ${wire.path} besides fonts, ${wire.requests} requests`, value: `${kilobytes(besides)}: ${parts(wire)}`, goal: `≤ ${kilobytes(limits.list)}`, met: besides <= limits.list };
}

function absent({ path, status }: Wire): Figure {
  return { name: `first visit to ${path}`, value: `answered ${status}`, goal: '200', met: false };
}

function heaviestFirst(wires: readonly Wire[]): Wire[] {
  const besides = (wire: Wire) => (wire.status === 200 ? total(wire) - wire.fonts : Infinity);
  return wires.toSorted((a, b) => besides(b) - besides(a));
}

function total({ page, styles, fonts, scripts, other }: Wire): number {
  return page + styles + fonts + scripts + other;
}

function parts({ page, styles, fonts, other }: Wire): string {
  return `page ${kilobytes(page)}, styles ${kilobytes(styles)}, fonts ${kilobytes(fonts)}, other ${kilobytes(other)}`;
}

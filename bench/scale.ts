import { connect, disconnect } from '#db/client.ts';
import { deriveStale } from '#office/agreement/derive-stale.ts';
import { kilobytes, median, milliseconds, percentile, type Figure } from './figures.ts';
import { layDownAgreements } from './many-agreements.ts';
import { searches } from './search-at-scale.ts';
import type { MeasuredSite } from './site.ts';
import { belgradeToday } from '#messages/dates.ts';
import { visit } from './visit.ts';

/** What a reader of the register may ask: all of it, some of it, words, another order, the last page. */
const asked = {
  'the register': '', 'narrowed by four facets': '?type=annex&standing=in_force&country=BG&undated=1&from=2000', 'one party': '?party=bench-7', 'by words': '?q=%D0%BF%D0%B8%D1%80%D0%BE%D1%82',
  'in the order of titles': '?sort=title&page=3', 'a hundred on a page': '?per-page=100', 'the last page': '?page=999999',
} as const;

/** Pages that count all agreements. */
const wholes = { 'the home page': '/sr-Cyrl', 'the map': '/sr-Cyrl/map', 'the map in a year': '/sr-Cyrl/map?year=2010' } as const;

/**
 * The register, the home page, the map and the search drawn anew with so many agreements, one size after the other on one site; the records stay there, so this
 * part is measured last. Nothing is remembered between two drawings but what the process holds of the records.
 */
export async function measureScale(site: MeasuredSite, sizes: readonly number[], rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  let laid = 0;
  for (const size of sizes) {
    await layDownAgreements(site.databaseUrl, laid + 1, size);
    laid = size;
    figures.push(await deriveAll(site, size));
    for (const [name, query] of Object.entries(asked)) figures.push(await measurePage(site, `/sr-Cyrl/agreements${query}`, `${name}, ${size} agreements`, { rounds, goal: size <= 10_000 ? 60 : 150 }));
    for (const [name, path] of Object.entries(wholes)) figures.push(await measurePage(site, path, `${name}, ${size} agreements`, { rounds, goal: size <= 10_000 ? 60 : 150 }));
    for (const [name, query] of Object.entries(searches)) figures.push(await measurePage(site, `/sr-Cyrl/search${query}`, `search, ${name}, ${size} agreements`, { rounds, goal: size <= 10_000 ? 60 : 150 }));
  }
  return figures;
}

/** What the gate derives at each change and a start after an upgrade for all. */
async function deriveAll(site: MeasuredSite, size: number): Promise<Figure> {
  connect({ url: site.databaseUrl });
  const began = performance.now();
  const derived = await deriveStale(belgradeToday(new Date()));
  const took = performance.now() - began;
  await disconnect();
  return { name: `${derived} of ${size} narrow rows derived at once`, value: milliseconds(took), goal: '', met: null };
}

async function measurePage(site: MeasuredSite, path: string, name: string, { rounds, goal }: { rounds: number; goal: number }): Promise<Figure> {
  const took: number[] = [];
  let bytes = 0;
  for (let round = -4; round < rounds; round += 1) {
    await site.stepEpoch();
    const page = await visit(site.address + path, { 'accept-encoding': 'identity' });
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}.`);
    bytes = page.body.length;
    if (round >= 0) took.push(page.took);
  }
  const p95 = percentile(took, 0.95);
  return {
    name: `${name}: drawn anew, p95`, value: `${milliseconds(p95)} (p50 ${milliseconds(median(took))}), ${kilobytes(bytes)}`,
    goal: `≤ ${milliseconds(goal)}, ≤ 100 KB`, met: p95 <= goal && bytes <= 100_000,
  };
}

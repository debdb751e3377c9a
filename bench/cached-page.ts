import type { Closing } from '#server/closing.ts';
import { startBare } from './bare.ts';
import { median, type Figure } from './figures.ts';
import { fire } from './load.ts';
import type { MeasuredSite } from './site.ts';
import { visit } from './visit.ts';

const connections = 32;

/**
 * A page from memory against a bare server that sends the same bytes: both loaded in turn, round after round, so that
 * whatever else the machine does falls on both. The ratio is the median of the rounds' own ratios.
 */
export async function measureCachedPage(site: MeasuredSite, path: string, closing: Closing, { rounds, seconds }: { rounds: number; seconds: number }): Promise<Figure[]> {
  const url = `${site.address}${path}`;
  await visit(url, { 'accept-encoding': 'br' });
  const page = await visit(url, { 'accept-encoding': 'br' });
  const bare = await startBare(page, closing);
  const siteProcessor = async () => (await site.look('as it is')).processor;
  await fire(url, { seconds: 1, connections });
  await fire(bare.address, { seconds: 1, connections });
  const ratios: number[] = [];
  const costs: number[] = [];
  const ours: number[] = [];
  const theirs: number[] = [];
  let failed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const own = await timed(url, siteProcessor, seconds);
    const other = await timed(bare.address, bare.processor, seconds);
    ratios.push(own.rate / other.rate);
    costs.push(own.cost / other.cost);
    ours.push(own.rate);
    theirs.push(other.rate);
    failed += own.failed + other.failed;
  }
  const ratio = median(ratios);
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  return [
    { name: `${path} from memory, requests per second: bare server × …`, value: `${ratio.toFixed(2)} (${spread})`, goal: '≥ 0.8', met: ratio >= 0.8 && failed === 0 },
    { name: '… requests per second, site and bare server', value: `${Math.round(median(ours))} and ${Math.round(median(theirs))}`, goal: '', met: null },
    { name: '… processor time per request: bare server × …', value: median(costs).toFixed(2), goal: '', met: null },
    { name: '… bytes of the page as sent (Brotli)', value: String(page.body.length), goal: '', met: null },
    { name: '… failed requests', value: String(failed), goal: '0', met: failed === 0 },
  ];
}

/** Requests per second, and milliseconds of processor time per request. */
async function timed(url: string, processor: () => Promise<number>, seconds: number) {
  const before = await processor();
  const { rate, failed } = await fire(url, { seconds, connections });
  return { rate, failed, cost: (await processor() - before) / (rate * seconds) };
}

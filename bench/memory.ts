import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Closing } from '#server/closing.ts';
import { saveAgain, signIn } from './desk.ts';
import { median, type Figure } from './figures.ts';
import type { Asking, MixedLoad, MixedResult } from './mixed-load.ts';
import type { MeasuredSite } from './site.ts';

const limit = 400;
/** How many requests a second count as all that the site can give. */
const unbridled = 100_000;

/** How much of anything a process may gain over its own earlier self before we call it growing (SAFETY section 6). */
const tolerance = 1.1;

/** `requests` in ten rounds, at most so many a second, for `seconds` at the most; meanwhile somebody saves a record every so many seconds, or never. */
export type Mixture = { requests: number; perSecond?: number; seconds: number; savedEvery?: number };

/**
 * Memory of the site's process under a mixture of everything that a reader, a member of staff and a careless robot ask
 * for, sampled after each tenth. Growth is the last three samples against the third, fourth and fifth: the first two
 * are the process finding its size. What is alive after a collection is told beside it, at the start and at the end.
 */
export async function measureMemory(site: MeasuredSite, pages: readonly string[], closing: Closing, { requests: amount, perSecond = unbridled, seconds, savedEvery }: Mixture): Promise<Figure[]> {
  const mixture = await mixtureOf(site, pages);
  const samples: { rss: number; heap: number }[] = [];
  const sum: MixedResult = { answered: 0, failed: 0, strange: [], seconds: 0 };
  const sample = async () => {
    const { rss, heapUsed } = await site.look('as it is');
    samples.push({ rss: rss / 1e6, heap: heapUsed / 1e6 });
  };
  const saves = savedEvery === undefined ? undefined : await saveMeanwhile(site, savedEvery);
  let before = NaN;
  const began = Date.now();
  for (let round = 0; round < 10 && Date.now() - began < seconds * 1_000; round += 1) {
    const result = await fireMixture({ url: site.address, amount: amount / 10, connections: 8, round, mixture, perSecond }, site, closing);
    for (const name of ['answered', 'failed', 'seconds'] as const) sum[name] += result[name];
    sum.strange.push(...result.strange);
    await sample();
    if (round === 1) before = (await site.look('collected')).heapUsed / 1e6;
  }
  const saved = await saves?.();
  const after = (await site.look('collected')).heapUsed / 1e6;
  const rss = samples.map((one) => one.rss);
  const early = median(rss.slice(2, 5));
  const late = median(rss.slice(-3));
  const all = sum.answered >= amount * 0.99;
  const lasted = `${((Date.now() - began) / 60_000).toFixed(0)} minutes`;
  return [
    { name: `memory of the process, most of ${samples.length} samples over ${sum.answered} mixed requests in ${lasted}`, value: `${whole(Math.max(...rss))} MB`, goal: `< ${limit} MB`, met: all && Math.max(...rss) < limit },
    { name: '… samples 3 to 5 against the last three', value: `${whole(early)} to ${whole(late)} MB`, goal: `≤ × ${tolerance}`, met: all && late <= early * tolerance },
    { name: '… alive after a collection, second sample against the end', value: `${before.toFixed(1)} to ${after.toFixed(1)} MB`, goal: `≤ × ${tolerance}`, met: all && after <= before * tolerance },
    { name: '… each sample, resident (MB)', value: rss.map(whole).join(' '), goal: '', met: null },
    { name: '… requests per second; cut off; answered with another status than expected', value: `${Math.round(sum.answered / sum.seconds)}; ${sum.failed}; ${sum.strange.length}${sum.strange.length > 0 ? ` (${sum.strange[0]})` : ''}`, goal: '0; 0', met: sum.failed + sum.strange.length === 0 },
    ...(saved ? [{ name: '… edits saved meanwhile; not saved', value: `${saved.done}; ${saved.faults.length}${saved.faults[0] ? ` (${saved.faults[0]})` : ''}`, goal: '0', met: saved.faults.length === 0 }] : []),
  ];
}

/** Twenty askings: eleven that memory answers, the others each go all the way to a page. */
async function mixtureOf(site: MeasuredSite, pages: readonly string[]): Promise<Asking[]> {
  const { reader } = await signIn(site);
  const cookie = reader.cookie();
  const get = (path: string, headers: Record<string, string> = {}): Asking => ({ method: 'GET', path, headers: { 'accept-encoding': 'br', ...headers }, expected: 200 });
  const ownPages = ['', '/partners', '/projects', '/people'].map((rest) => get(`/sr-Cyrl/workspace${rest}`, { cookie }));
  const searches = ['/sr-Cyrl/partners?q=', '/en/projects?q='].map((path) => get(path));
  const memory = Array.from({ length: 9 }, (_, at) => get((pages[at % pages.length] ?? '').replace('sr-Cyrl', at % 3 === 0 ? 'sr-Latn' : 'sr-Cyrl')));
  const other: Asking[] = [
    { ...get('/sr-Cyrl/partners'), method: 'HEAD' },
    { ...get('/en/partners/no-such-partner'), expected: 404 },
    get('/en/sign-in'),
    { ...get('/sr-Latn/networks'), again: true },
    { method: 'POST', path: '/en/sign-in', headers: { origin: site.address, 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b', expected: 400 },
  ];
  return [...memory, ...ownPages, ...searches, ...other];
}

/** Meanwhile the register changes once a second, so that what memory holds is drawn anew again and again. */
async function fireMixture(load: MixedLoad, site: MeasuredSite, closing: Closing): Promise<MixedResult> {
  const child = fork(join(import.meta.dirname, 'mixed-load.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  closing.add('A load', () => void child.kill());
  const changes = setInterval(() => void site.stepEpoch().catch(() => {}), 1_000);
  try {
    const ended = once(child, 'exit').then(() => { throw new Error('The process that asks has died.'); });
    child.send(load);
    const [result] = await Promise.race([once(child, 'message') as Promise<[MixedResult]>, ended]);
    return result;
  } finally {
    clearInterval(changes);
    child.kill();
  }
}

/** Somebody saves one record again and again until the answered function is called. */
async function saveMeanwhile(site: MeasuredSite, every: number): Promise<() => Promise<{ done: number; faults: string[] }>> {
  const save = await saveAgain(site);
  const told = { done: 0, faults: [] as string[] };
  const stopped = new AbortController();
  const going = (async () => {
    for (let number = 1; !stopped.signal.aborted; number += 1) {
      try {
        await save(number);
        told.done += 1;
      } catch (error) {
        told.faults.push(String(error));
      }
      await wait(every * 1_000, undefined, { signal: stopped.signal }).catch(() => {});
    }
  })();
  return async () => {
    stopped.abort();
    await going;
    return told;
  };
}

function whole(value: number): string {
  return value.toFixed(0);
}

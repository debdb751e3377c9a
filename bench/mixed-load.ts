// A process of its own that asks for a mixture of things over a few connections, told by its parent, and answers with
// how it went. What the mixture is stands in memory.ts.
import { setTimeout as wait } from 'node:timers/promises';
import { visit } from './visit.ts';

/** `path` ending in `?q=` is a search that nobody made before; `again` asks as a browser that has the page already. No more than
 * `perSecond` of them are sent in a second. */
export type Asking = { method: 'GET' | 'HEAD' | 'POST'; path: string; headers: Record<string, string>; body?: string; again?: true; expected: number };
export type MixedLoad = { url: string; amount: number; connections: number; round: number; mixture: Asking[]; perSecond: number };
export type MixedResult = { answered: number; failed: number; strange: string[]; seconds: number };

process.once('message', (told: MixedLoad) => void fire(told));
process.once('disconnect', () => process.exit(0));

async function fire({ url, amount, connections, round, mixture, perSecond }: MixedLoad): Promise<void> {
  const result: MixedResult = { answered: 0, failed: 0, strange: [], seconds: 0 };
  const tags = new Map<string, string>();
  let next = 0;
  const began = performance.now();
  const ask = async ({ method, path, headers, body, again, expected }: Asking, number: number): Promise<void> => {
    const tag = again && tags.get(path);
    const address = path.endsWith('?q=') ? `${path}${round}-${number}` : path;
    const answer = await visit(url + address, tag ? { ...headers, 'if-none-match': tag } : headers, { method, body });
    result.answered += 1;
    if (again) tags.set(path, String(answer.headers.etag));
    // The page may have changed since, so that a browser that has it may get it anew.
    if (answer.status !== expected && !(tag && answer.status === 304)) result.strange.push(`${method} ${path} ${answer.status}`);
  };
  await Promise.all(Array.from({ length: connections }, async () => {
    while (next < amount) {
      const number = next;
      next += 1;
      const early = began + (number * 1_000) / perSecond - performance.now();
      if (early > 0) await wait(early);
      const asking = mixture[number % mixture.length];
      if (asking) await ask(asking, number).catch(() => { result.failed += 1; });
    }
  }));
  result.seconds = (performance.now() - began) / 1_000;
  process.send?.(result);
}

// A process of its own that asks for a mixture of things, told by its parent, and answers with how it went. What the
// mixture is stands in memory.ts; here is only what autocannon needs code for: searches that nobody made before.
import autocannon from 'autocannon';

export type Asking = { method: 'GET' | 'HEAD' | 'POST'; path: string; headers?: Record<string, string>; body?: string; expected: number };
export type MixedLoad = { url: string; amount: number; connections: number; round: number; mixture: Asking[] };
export type MixedResult = { answered: number; failed: number; strange: number; seconds: number };

process.once('message', (told: MixedLoad) => void fire(told));
process.once('disconnect', () => process.exit(0));

async function fire({ url, amount, connections, round, mixture }: MixedLoad): Promise<void> {
  let searches = 0;
  let strange = 0;
  const result = await autocannon({
    url, amount, connections, timeout: 15,
    requests: mixture.map(({ expected, ...asking }) => ({
      ...asking,
      ...(asking.path.endsWith('?q=') ? { setupRequest: (request: { path?: string }) => ({ ...request, path: `${asking.path}${round}-${searches++}` }) } : {}),
      onResponse: (status: number) => { strange += status === expected ? 0 : 1; },
    })),
  });
  const answered: MixedResult = { answered: result.requests.total, failed: result.errors + result.timeouts, strange, seconds: result.duration };
  process.send?.(answered);
}

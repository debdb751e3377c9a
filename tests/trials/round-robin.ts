import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The smallest proxy that a town would put before two instances: each request to the next one that says it is ready, which it is asked five
 * times a second. What could not even be handed over goes to the other; what was handed over is never sent twice.
 */
export type RoundRobin = { readonly address: string; lead(to: readonly string[]): Promise<void>; close(): Promise<void> };

export async function openRoundRobin(): Promise<RoundRobin> {
  const instances: { url: URL; ready: boolean }[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  let turn = 0;
  const closing = new AbortController();

  const pass = (request: IncomingMessage, response: ServerResponse, body: Buffer, tried: number): void => {
    const ready = instances.filter((one) => one.ready);
    const one = ready[(turn += 1) % Math.max(1, ready.length)];
    if (!one) return void response.writeHead(502).end('no instance is ready');
    const headers = { ...request.headers, 'x-forwarded-for': '127.0.0.1' };
    const onward = send({ agent, hostname: one.url.hostname, port: one.url.port, path: request.url, method: request.method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
      reply.on('error', () => response.destroy());
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      // As proxies do: once more where nobody took it, or where it only asks.
      const untouched = error.code === 'ECONNREFUSED' || request.method === 'GET' || request.method === 'HEAD';
      if (response.headersSent) response.destroy();
      else if (untouched && tried < 2) pass(request, response, body, tried + 1);
      else response.writeHead(502).end(error.code);
    });
    onward.end(body);
  };

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => pass(request, response, Buffer.concat(parts), 0));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const look = async (one: { url: URL; ready: boolean }): Promise<void> => {
    while (!closing.signal.aborted) {
      one.ready = await fetch(new URL('/health/ready', one.url), { signal: AbortSignal.timeout(2_000) }).then(({ ok }) => ok, () => false);
      await wait(200);
    }
  };
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async lead(to) {
      for (const url of to) {
        const one = { url: new URL(url), ready: false };
        instances.push(one);
        void look(one);
      }
      while (!instances.every(({ ready }) => ready)) await wait(20);
    },
    async close() {
      closing.abort();
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

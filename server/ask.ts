import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request as send, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addressHeader } from '#app/addresses.ts';
import type { Handler } from './statuses.ts';

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Next, asked by the house itself: no cookie, no reader, one answer for all. */
export type Ask = { (address: string): Promise<Reply>; close(): Promise<void> };

const longest = 16 * 1_048_576;

/**
 * Opens a way to Next for requests of our own, over a socket in a folder that only we may enter, so
 * that a page drawn for the cache is drawn by real HTTP objects and for nobody in particular.
 * Asking throws after `patience` milliseconds, or where the answer is cut short or over 16 MB.
 */
export function openAsk(next: Handler, publicUrl: URL, patience: number): Ask {
  const folder = mkdtempSync(path.join(tmpdir(), 'povelja-'));
  const socketPath = path.join(folder, 'next');
  const server = createServer((request, response) => {
    next(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.keepAliveTimeout = 0;
  const opened = new Promise<void>((resolve, reject) => server.once('error', reject).listen(socketPath, resolve));
  // The number of pages drawn at once is bounded, so that a flood of misses waits here and not in the pool.
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const headers = {
    host: publicUrl.host,
    accept: '*/*',
    'user-agent': 'Povelja',
    'x-forwarded-host': publicUrl.host,
    'x-forwarded-proto': publicUrl.protocol.slice(0, -1),
  };

  const ask = async (address: string): Promise<Reply> => {
    await opened;
    return new Promise((resolve, reject) => {
      const request = send({ socketPath, agent, path: address, headers: { ...headers, [addressHeader]: address }, signal: AbortSignal.timeout(patience) }, (reply) => {
        const parts: Buffer[] = [];
        let size = 0;
        reply.on('data', (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size > longest) request.destroy(new Error(`answer over ${longest} bytes`));
        });
        reply.on('end', () => resolve({ status: reply.statusCode ?? 500, headers: reply.headers, body: Buffer.concat(parts) }));
        reply.on('error', reject);
      });
      request.on('error', reject);
      request.end();
    });
  };

  return Object.assign(ask, {
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

import { Agent, request as send, type OutgoingHttpHeaders } from 'node:http';

/** What came over the wire, untouched, and how long it took from asking to the last byte, in milliseconds. */
export type Visited = { status: number; rawHeaders: string[]; headers: NodeJS.Dict<string | string[]>; body: Buffer; took: number };

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks for an address as a browser's network layer would: nothing followed, nothing unpacked. */
export function visit(url: string, headers: OutgoingHttpHeaders = {}, { method = 'GET', body }: { method?: string; body?: Buffer | string | undefined } = {}): Promise<Visited> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const asked = send(url, { agent, headers, method, signal: AbortSignal.timeout(20_000) }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () => {
        const took = performance.now() - began;
        resolve({ status: reply.statusCode ?? 0, rawHeaders: reply.rawHeaders, headers: reply.headers, body: Buffer.concat(parts), took });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

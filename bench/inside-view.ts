import { request as send } from 'node:http';

export type Query = { text: string; rowMode?: string | undefined; values: unknown[] };

/** Bytes, milliseconds of processor time since the start, the readers' queries since the last look, the changes heard of so far. */
export type Inside = { rss: number; heapUsed: number; external: number; processor: number; queries: Query[]; changes: number };

/** Looks into the site's process; `collected` lets it throw away its garbage first. */
export function lookInside(socketPath: string, how: 'as it is' | 'collected'): Promise<Inside> {
  return new Promise((resolve, reject) => {
    const asked = send({ socketPath, path: how === 'collected' ? '/collected' : '/', agent: false }, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (part: string) => { text += part; });
      reply.on('end', () => resolve(JSON.parse(text) as Inside));
      reply.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

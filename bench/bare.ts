import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Closing } from '#server/closing.ts';
import type { Bytes } from './bare-server.ts';
import type { Visited } from './visit.ts';

/** The bare server: its address, and the processor time that it has used so far, in milliseconds. */
export type Bare = { address: string; processor(): Promise<number> };

/** Starts a bare `node:http` server that answers everything with the bytes and headers of this answer. */
export async function startBare({ rawHeaders, body }: Visited, closing: Closing): Promise<Bare> {
  const child = fork(path.join(import.meta.dirname, 'bare-server.ts'), { stdio: 'ignore' });
  closing.add('The bare server', () => void child.kill());
  const tell = async (what: Bytes | 'processor'): Promise<number> => {
    const answer = once(child, 'message') as Promise<[number]>;
    child.send(what);
    return (await answer)[0];
  };
  const port = await tell({ headers: ownHeaders(rawHeaders), body: body.toString('base64') });
  return { address: `http://127.0.0.1:${port}/`, processor: () => tell('processor') };
}

/** What the site itself wrote: Node adds the rest to the answers of both. */
function ownHeaders(raw: readonly string[]): string[] {
  const byNode = ['date', 'connection', 'keep-alive'];
  return raw.filter((_, at) => !byNode.includes(raw[at - (at % 2)]?.toLowerCase() ?? ''));
}

// Loaded into the site's process before anything else (see site.ts), because two things can only be seen from
// there: what the process needs of memory and processor, which queries its pages put to the database, and whether it
// has heard of a change.
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client } from 'pg';
import type { Inside, Query } from './inside-view.ts';

const socket = process.env.POVELJA_BENCH_SOCKET;
if (socket && process.argv[1]?.endsWith('main.ts')) openView(socket);

function openView(path: string): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const queries = listenToReaders();
  const changes = countChanges();
  const server = createServer((request, response) => {
    if (request.url === '/collected') collect();
    const { rss, heapUsed, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const seen: Inside = { rss, heapUsed, external, processor: (user + system) / 1_000, queries: queries.splice(0), changes: changes() };
    response.end(JSON.stringify(seen));
  });
  server.listen(path).unref();
  process.once('exit', () => rmSync(path, { force: true }));
}

// The pages read through the pool whose connections carry this name (db/pool.ts); the beat of the epoch has another.
function listenToReaders(): Query[] {
  const heard: Query[] = [];
  const query = Client.prototype.query as (...given: unknown[]) => unknown;
  Client.prototype.query = function listened(this: Client, ...given: unknown[]) {
    const [asked, values] = given as [string | { text: string; rowMode?: string }, unknown[]?];
    const { application_name: name } = (this as unknown as { connectionParameters: { application_name: string } }).connectionParameters;
    if (name === 'povelja povelja_reader' && heard.length < 1_000) {
      const { text, rowMode } = typeof asked === 'string' ? { text: asked } : asked;
      heard.push({ text, rowMode, values: Array.isArray(values) ? values : [] });
    }
    return Reflect.apply(query, this, given);
  } as typeof Client.prototype.query;
  return heard;
}

function countChanges(): () => number {
  let heard = 0;
  const emit = Client.prototype.emit as (...given: unknown[]) => boolean;
  Client.prototype.emit = function counted(this: Client, ...given: unknown[]) {
    const told = Reflect.apply(emit, this, given);
    if (given[0] === 'notification') heard += 1;
    return told;
  } as typeof Client.prototype.emit;
  return () => heard;
}

import assert from 'node:assert/strict';
import { Agent, createServer, request as send } from 'node:http';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { drain, listen } from '#server/listen.ts';
import { isFree } from '#server/postgres/port.ts';

test('who is inside is answered whole, who comes while it is said is answered and let go, who comes after finds nobody', async () => {
  const server = createServer((request, response) => {
    response.write('begun ');
    setTimeout(() => response.end('and ended'), request.url === '/slow' ? 900 : 0);
  });
  const port = await freePort();
  await listen(server, port, '127.0.0.1');
  const agent = new Agent({ keepAlive: true });
  const ask = (path: string) => new Promise<{ text: string; connection: string | undefined }>((resolve, reject) => {
    send({ port, host: '127.0.0.1', path, agent }, (reply) => {
      let text = '';
      reply.on('data', (part: Buffer) => { text += part.toString(); });
      reply.on('end', () => resolve({ text, connection: reply.headers.connection }));
      reply.on('error', reject);
    }).on('error', reject).end();
  });
  assert.equal((await ask('/')).connection, 'keep-alive');
  const inside = ask('/slow');
  await wait(50);
  const began = performance.now();
  const drained = drain(server, { notice: 400, patience: 4_000 });
  await wait(50);
  assert.deepEqual(await ask('/'), { text: 'begun and ended', connection: 'close' });
  await wait(450);
  await assert.rejects(ask('/'), { code: 'ECONNREFUSED' });
  assert.equal((await inside).text, 'begun and ended');
  await drained;
  const took = performance.now() - began;
  assert.ok(took < 1_500, `idle connections are not waited for: ${took} ms`);
});

test('who never ends is cut off', async () => {
  const server = createServer((_request, response) => void response.write('begun '));
  const port = await freePort();
  await listen(server, port, '127.0.0.1');
  const cut = new Promise((resolve) => {
    send({ port, host: '127.0.0.1' }, (reply) => void reply.resume().on('error', resolve)).on('error', resolve).end();
  });
  await wait(50);
  await drain(server, { notice: 0, patience: 200 });
  assert.match(String(await cut), /aborted|ECONNRESET/);
});

async function freePort(): Promise<number> {
  for (let port = 31_000 + (process.pid % 900); ; port += 1) if (await isFree(port)) return port;
}

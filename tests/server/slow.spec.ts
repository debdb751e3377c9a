import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { serverOptions, sendingTime, uploadTime } from '#server/hurry.ts';
import { frontDoor, page } from './front-door.ts';

// The times of the real server made short, so that a spec can wait for them.
const door = await frontDoor((_, response) => page(response, 'x'), { sending: 300, server: { headersTimeout: 300, requestTimeout: 60_000, connectionsCheckingInterval: 50 } });
after(() => door.close());

/** Sends `begin`, then a byte every so often for as long as it may; answers how long that was, in milliseconds, and what was said. */
function drip(begin: string, byte = 'a'): Promise<{ held: number; said: string }> {
  const began = performance.now();
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(door.port, '127.0.0.1', () => socket.write(begin));
    const turn = setInterval(() => socket.writable && socket.write(byte), 40);
    socket.on('data', (part) => (said += part.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(turn);
      resolve({ held: performance.now() - began, said });
    });
    setTimeout(() => socket.destroy(), 8_000).unref();
  });
}

const own = `Origin: http://127.0.0.1:${door.port}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n`;
const id = '0b4ba206-f049-4e34-a3aa-3af84544c35f';
for (const [what, begin, status] of [
  ['a head that does not end', 'GET /en HTTP/1.1\r\nHost: x\r\nX-Slow: ', 408],
  ['a request line that does not end', 'GET /en/', 408],
  ['a form that does not end', `POST /en/workspace HTTP/1.1\r\nHost: x\r\n${own}`, 0],
  ['a form for what takes none', `POST /en HTTP/1.1\r\nHost: x\r\n${own}`, 405],
  ['a form from elsewhere', `POST /en/workspace HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\nContent-Length: 100000\r\n\r\n`, 403],
  ['files from elsewhere', `POST /files/attach/en/${id} HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\nContent-Length: 100000\r\n\r\n`, 403],
  ['a method that is none, with a body', 'PUT /en HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n', 405],
  ['an unreadable address, with a body', 'POST /en/% HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n', 400],
  ['a body in pieces without an end', `POST /en/workspace HTTP/1.1\r\nHost: x\r\nOrigin: http://127.0.0.1:${door.port}\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n`, 0],
  ['a question with a body', 'GET /en HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n', 200],
] as const) {
  test(`${what} is cut off, sent ever so slowly`, async () => {
    const { held, said } = await drip(begin, begin.includes('chunked') ? '1\r\na\r\n' : 'a');
    assert.ok(held < 2_500, `held for ${Math.round(held)} ms`);
    if (status > 0) assert.match(said, new RegExp(`^HTTP/1.1 ${status} `));
  });
}

test('a hundred such connections hold up nobody else', async () => {
  const slow = Array.from({ length: 100 }, () => drip('GET /en HTTP/1.1\r\nHost: x\r\nX-Slow: '));
  const began = performance.now();
  assert.equal((await door.visit('/en/agreements')).status, 200);
  assert.ok(performance.now() - began < 1_000);
  assert.ok((await Promise.all(slow)).every(({ held }) => held < 4_000));
});

test('what is no HTTP, and a head over its limit, are turned away with the headers of safety and no words', async () => {
  for (const [begin, status] of [['nonsense\r\n\r\n', 400], [`GET /en HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431], ['GET /en HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400], ['GET /en HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n', 400]] as const) {
    const { said } = await drip(begin);
    assert.match(said, new RegExp(`^HTTP/1.1 ${status} [^\\r]+\\r\\nStrict-Transport-Security: max-age=63072000`));
    for (const header of ['X-Content-Type-Options: nosniff', "default-src 'none'", 'Cache-Control: no-store', 'Connection: close']) assert.ok(said.includes(header), header);
    assert.match(said, /\r\n\r\n$/);
  }
});

test('the real server waits ten seconds for a head, half a minute for a form, half an hour for files', () => {
  assert.deepEqual([serverOptions.headersTimeout, sendingTime, uploadTime, serverOptions.requestTimeout, serverOptions.maxHeaderSize], [10_000, 30_000, 1_800_000, uploadTime, 16_384]);
});

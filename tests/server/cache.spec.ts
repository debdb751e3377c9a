import assert from 'node:assert/strict';
import { after, beforeEach, mock, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { answer, passing } from '#app/answer.ts';
import { openShelf } from '#server/cache.ts';
import { encodingFor, pack } from '#server/compress.ts';
import { frontDoor, nextError, page } from './front-door.ts';

let text = 'first';
let pause = 0;
const door = await frontDoor(async (request, response) => {
  const drawn = text;
  await wait(pause);
  const { url = '' } = request;
  if (url.startsWith('/en/partners/gone')) answer(410);
  if (url.startsWith('/en/partners/none') || url.startsWith('/en/nowhere')) answer(404);
  if (url.includes('nonsense')) passing();
  if (url.startsWith('/en/partners/broken')) return nextError(response);
  response.setHeader('Set-Cookie', 'a=b');
  page(response, `<h1>${drawn}</h1><p>${url.replace(/&/g, '&amp;')}</p><p>${'Ниш '.repeat(200)}</p>`);
});
after(() => door.close());
beforeEach(() => {
  Object.assign(door.turn, { epoch: door.turn.epoch + 1, trusted: true, ready: true });
  door.reached.splice(0);
  text = 'first';
  pause = 0;
});

test('a public page is drawn once and then remembered', async () => {
  const [first, second] = [await door.visit('/en/agreements'), await door.visit('/en/agreements')];
  assert.equal(door.reached.length, 1);
  assert.equal(first.status, 200);
  assert.equal(second.text, first.text);
  assert.equal(first.headers['cache-control'], 'public, max-age=0, must-revalidate');
  assert.equal(first.headers.vary, 'Accept-Encoding');
  assert.equal(first.headers['set-cookie'], undefined, 'no cookie is ever set on a public page');
  assert.equal(first.headers.link, undefined);
  assert.doesNotMatch(first.text, /<script/);
});

test('a change of the register is seen by the next reader', async () => {
  await door.visit('/en/agreements');
  text = 'second';
  door.turn.epoch += 1;
  assert.match((await door.visit('/en/agreements')).text, /second/);
});

test('a page drawn while the register changed is not kept', async () => {
  pause = 30;
  const drawing = door.visit('/en/agreements');
  await begun(1);
  text = 'second';
  door.turn.epoch += 1;
  await door.visit('/en/about'); // so that the new age is known before the drawing ends
  assert.match((await drawing).text, /first/);
  assert.match((await door.visit('/en/agreements')).text, /second/);
});

test('nobody joins a drawing that began before a change', async () => {
  pause = 40;
  const early = door.visit('/en/agreements');
  await begun(1);
  text = 'second';
  door.turn.epoch += 1;
  const late = door.visit('/en/agreements');
  assert.match((await early).text, /first/);
  assert.match((await late).text, /second/);
  assert.match((await door.visit('/en/agreements')).text, /second/);
  assert.equal(door.reached.length, 2);
});

test('midnight in Belgrade is a change like any other', async () => {
  mock.timers.enable({ apis: ['Date'], now: new Date('2026-06-30T21:59:59.900Z') });
  try {
    await door.visit('/en/agreements');
    mock.timers.setTime(new Date('2026-06-30T21:59:59.990Z').getTime());
    await door.visit('/en/agreements');
    assert.equal(door.reached.length, 1);
    mock.timers.setTime(new Date('2026-06-30T22:00:00.000Z').getTime());
    await door.visit('/en/agreements');
    assert.equal(door.reached.length, 2);
  } finally {
    mock.timers.reset();
  }
});

test('however many wait, a page is drawn once', async () => {
  pause = 30;
  const answers = await Promise.all(Array.from({ length: 40 }, () => door.visit('/sr-Cyrl/networks')));
  assert.equal(door.reached.length, 1);
  assert.ok(answers.every(({ status }) => status === 200));
});

test('while changes might pass unheard nothing is remembered', async () => {
  await door.visit('/en/agreements');
  door.turn.trusted = false;
  text = 'second';
  assert.match((await door.visit('/en/agreements')).text, /second/);
  text = 'third';
  assert.match((await door.visit('/en/agreements')).text, /third/);
  assert.equal(door.reached.length, 3);
});

test('only the parameters that a page declares count, in any order and spelling', async () => {
  const spellings = ['?page=2&type=memorandum', '?type=memorandum&page=2', '?type=memorandum&page=2&utm=x', '?utm_source=y&page=2&type=memorandum&type=memorandum', '?pa%67e=2&type=memorandum&q='];
  const answers = await Promise.all(spellings.map((search) => door.visit(`/en/agreements${search}`)));
  assert.deepEqual(door.reached.map(({ url }) => url), ['/en/agreements?type=memorandum&page=2']);
  assert.equal(new Set(answers.map(({ headers }) => headers.etag)).size, 1);
  await door.visit('/en/about?q=x');
  assert.equal(door.reached.at(-1)?.url, '/en/about');
});

test('the page is drawn for nobody in particular', async () => {
  await door.visit('/en/agreements', { headers: { cookie: 'session=secret', 'accept-language': 'sr', 'user-agent': 'X', authorization: 'Basic x', rsc: '1', 'next-router-state-tree': '%5B%5D' } });
  const { headers } = door.reached[0] ?? { headers: {} };
  assert.doesNotMatch(JSON.stringify(headers), /secret|"X"|Basic|rsc|next-router|accept-language/);
});

test('a request of Next’s client for a public page gets the document', async () => {
  for (const visit of ['/en/agreements?_rsc=abc12', '/en/agreements']) {
    const reply = await door.visit(visit, { headers: { rsc: '1', 'next-router-prefetch': '1' } });
    assert.match(String(reply.headers['content-type']), /^text\/html/);
    assert.match(reply.text, /^<!DOCTYPE html>/);
  }
  assert.equal(door.reached.length, 1);
});

test('an answer that could not make sense of its address is given and forgotten', async () => {
  for (let n = 0; n < 2; n += 1) {
    const reply = await door.visit('/en/agreements?type=nonsense');
    assert.equal(reply.status, 200);
    assert.equal(reply.headers['cache-control'], 'no-store');
    assert.equal(reply.headers['x-povelja-once'], undefined);
  }
  assert.equal(door.reached.length, 2);
});

test('what was withdrawn is remembered, what never was is not', async () => {
  for (let n = 0; n < 2; n += 1) assert.equal((await door.visit('/en/partners/gone')).status, 410);
  assert.equal(door.reached.length, 1);
  for (let n = 0; n < 2; n += 1) {
    const none = await door.visit('/en/partners/none');
    assert.equal(none.status, 404);
    assert.equal(none.headers['cache-control'], 'no-store');
    assert.equal((await door.visit('/en/nowhere/at/all?q=1')).status, 404);
  }
  assert.equal(door.reached.length, 5);
});

test('a fault is not remembered', async () => {
  assert.equal((await door.visit('/en/partners/broken')).status, 500);
  assert.equal((await door.visit('/en/partners/broken')).status, 500);
  assert.equal(door.reached.length, 2);
});

test('each encoding holds the same page under a tag of its own', async () => {
  const plain = await door.visit('/en/agreements');
  const zipped = await door.visit('/en/agreements', { headers: { 'accept-encoding': 'gzip, deflate' } });
  const brotli = await door.visit('/en/agreements', { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } });
  assert.equal(gunzipSync(zipped.body).toString(), plain.text);
  assert.equal(brotliDecompressSync(brotli.body).toString(), plain.text);
  assert.deepEqual([plain, zipped, brotli].map(({ headers }) => headers['content-encoding']), [undefined, 'gzip', 'br']);
  assert.equal(new Set([plain, zipped, brotli].map(({ headers }) => headers.etag)).size, 3);
  for (const { headers, body } of [plain, zipped, brotli]) assert.equal(Number(headers['content-length']), body.length);
});

test('who has the page already gets 304 and no body', async () => {
  const { headers } = await door.visit('/en/agreements');
  for (const tag of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
    const again = await door.visit('/en/agreements', { headers: { 'if-none-match': String(tag), 'accept-encoding': 'br' } });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    assert.match(String(again.headers['content-security-policy']), /default-src 'none'/);
  }
  assert.equal((await door.visit('/en/agreements', { headers: { 'if-none-match': '"x"' } })).status, 200);
  door.turn.epoch += 1;
  text = 'second';
  assert.equal((await door.visit('/en/agreements', { headers: { 'if-none-match': String(headers.etag) } })).status, 200);
});

test('the same bytes keep their tag over a change that does not touch them', async () => {
  const before = await door.visit('/en/agreements');
  door.turn.epoch += 1;
  assert.equal((await door.visit('/en/agreements')).headers.etag, before.headers.etag);
});

test('HEAD answers as GET does, without the body', async () => {
  const head = await door.visit('/en/agreements', { method: 'HEAD' });
  const get = await door.visit('/en/agreements');
  assert.equal(head.body.length, 0);
  assert.equal(head.headers['content-length'], get.headers['content-length']);
  assert.equal(head.headers.etag, get.headers.etag);
  assert.equal((await door.visit('/en/agreements', { method: 'HEAD' })).body.length, 0);
});

test('a shelf holds no more bytes than it was given, and spares what was used', async () => {
  const weigh = (size: number) => pack(200, Buffer.alloc(size), ['Content-Type', 'font/woff2'], 'kept');
  const shelf = openShelf(100_000);
  shelf.put('used', await weigh(10_000));
  for (let n = 0; n < 50; n += 1) {
    shelf.get('used');
    shelf.put(`n${n}`, await weigh(10_000));
    assert.ok(shelf.weight() <= 100_000);
  }
  assert.ok(shelf.get('used'));
  assert.equal(shelf.get('n0'), undefined);
  shelf.put('vast', await weigh(50_000));
  assert.equal(shelf.get('vast'), undefined, 'one answer may not empty the shelf');
  shelf.put('used', await weigh(1_000));
  shelf.clear();
  assert.equal(shelf.weight(), 0);
});

test('what is kept holds no memory beyond what is counted', async () => {
  const packed = await pack(200, Buffer.from(`<p>${'Ниш '.repeat(200)}</p>`), ['Content-Type', 'text/html'], 'kept');
  const held = new Set(Object.values(packed.encodings).map(({ body }) => body.buffer));
  assert.equal(held.size, 3);
  assert.ok([...held].reduce((sum, { byteLength }) => sum + byteLength, 0) <= packed.weight);
});

test('made-up searches do not push out the pages', async () => {
  const small = await frontDoor((request, response) => page(response, `${request.url?.length}${Math.random().toString(36).repeat(2_000)}`), { bytes: 2_000_000 });
  await small.visit('/en/agreements');
  for (let n = 0; n < 60; n += 1) await small.visit(`/en/agreements?q=${n}`);
  small.reached.splice(0);
  await small.visit('/en/agreements');
  await small.visit('/en/agreements?q=59');
  assert.deepEqual(small.reached, []);
  await small.visit('/en/agreements?q=0');
  assert.equal(small.reached.length, 1);
  await small.close();
});

test('Accept-Encoding is read with its weights', () => {
  assert.equal(encodingFor(undefined), 'identity');
  assert.equal(encodingFor('gzip, br;q=0'), 'gzip');
  assert.equal(encodingFor('br;q=0.1, gzip'), 'br');
  assert.equal(encodingFor('*'), 'br');
  assert.equal(encodingFor('*, br;q=0, gzip;q=0.0'), 'identity');
  assert.equal(encodingFor('deflate'), 'identity');
});

/** Waits until so many drawings have begun, however slow the machine is. */
async function begun(drawings: number): Promise<void> {
  while (door.reached.length < drawings) await wait(1);
}

import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { answer } from '#app/answer.ts';
import { noncePolicy, publicPolicy, safetyHeaders } from '#server/headers.ts';
import { frontDoor, nextError, page } from './front-door.ts';

const door = await frontDoor(async (request, response) => {
  const url = new URL(request.url ?? '', 'http://x');
  const said = url.searchParams.get('say');
  await wait(1);
  if (said === 'error') return nextError(response);
  if (said === 'missing') return nextError(response, 404);
  if (said === 'redirect') {
    response.statusCode = 303;
    response.setHeader('Location', '/en/workspace');
    return nextError(response, 303);
  }
  if (said === 'bare') return void response.writeHead(500, { 'Content-Type': 'text/plain' }).end('Internal Server Error at /secret');
  if (said === 'throw') throw new Error('secret words');
  if (said === 'streamed') return page(response, '<template id="B:0"></template>');
  if (said === '422') answer(422);
  if (url.pathname === '/en/partners/broken') return nextError(response);
  if (url.pathname === '/en/partners/streamed') return page(response, '<template id="B:0"></template>');
  if (request.headers['next-action']) return void response.writeHead(200, { 'Content-Type': 'text/x-component' }).end('0:{}');
  page(response, '<h1>Desk</h1>');
});
after(() => door.close());
beforeEach(() => {
  door.reached.splice(0);
  door.turn.ready = true;
});

const everywhere = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' };

for (const path of ['/', '/en', '/en/agreements', '/en/nowhere', '/nowhere', '/en/workspace', '/en/sign-in', '/en/workspace?say=error', '/api/x', '/health/live', '/health/ready', '/speculation-rules.json', '/en/%', '/en/agreements/', '/favicon.svg']) {
  test(`${path} carries the safety headers`, async () => {
    const { headers } = await door.visit(path);
    for (const [name, value] of Object.entries(everywhere)) assert.equal(headers[name], value, name);
    assert.match(String(headers['permissions-policy']), /camera=\(\)/);
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/);
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/);
  });
}

test('strict transport is said only where the site is served by HTTPS', () => {
  assert.ok(safetyHeaders(new URL('https://povelja.example')).includes('max-age=63072000; includeSubDomains'));
  assert.ok(!safetyHeaders(new URL('http://127.0.0.1:3000')).includes('Strict-Transport-Security'));
});

test('a public page allows no script and names its speculation rules', async () => {
  const { headers } = await door.visit('/en/agreements');
  assert.equal(headers['content-security-policy'], publicPolicy);
  assert.equal(
    publicPolicy,
    "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  const rules = await door.visit(JSON.parse(String(headers['speculation-rules'])));
  assert.equal(rules.headers['content-type'], 'application/speculationrules+json');
  const { prerender } = JSON.parse(rules.text);
  assert.equal(prerender[0].eagerness, 'moderate');
  assert.match(JSON.stringify(prerender[0].where), /not.*workspace.*sign-in/);
});

test('the workspace gets a nonce of its own for each answer, in the request and in the answer', async () => {
  const policies: unknown[] = [];
  for (let n = 0; n < 2; n += 1) {
    const { headers } = await door.visit('/sr-Latn/workspace');
    assert.equal(headers['cache-control'], 'private, no-cache, no-store, max-age=0, must-revalidate');
    assert.equal(headers['content-security-policy'], door.reached[n]?.headers['content-security-policy']);
    policies.push(headers['content-security-policy']);
  }
  assert.notEqual(policies[0], policies[1]);
  assert.match(String(policies[0]), /script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'/);
  assert.doesNotMatch(noncePolicy('x'), /unsafe/);
});

test('the reader at the root is sent to the form he prefers, Cyrillic by default', async () => {
  for (const [language, place] of [['en-GB,en;q=0.9', '/en'], ['sr-Latn', '/sr-Latn'], ['de', '/sr-Cyrl'], ['', '/sr-Cyrl']] as const) {
    const { status, headers } = await door.visit('/', { headers: { 'accept-language': language } });
    assert.equal(status, 307);
    assert.equal(headers.location, place);
    assert.equal(headers.vary, 'Accept-Language');
  }
});

test('an address is spelled without a slash at its end', async () => {
  const { status, headers } = await door.visit('/en/agreements/?page=2');
  assert.equal(status, 308);
  assert.equal(headers.location, '/en/agreements?page=2');
});

test('health: alive whatever the database does, ready only with it', async () => {
  door.turn.ready = false;
  await wait(510); // the last answer of the database is believed for half a second
  assert.equal((await door.visit('/health/live')).status, 200);
  assert.equal((await door.visit('/health/ready')).status, 503);
  door.turn.ready = true;
  await wait(510);
  assert.equal((await door.visit('/health/ready')).status, 200);
  assert.deepEqual(door.reached, []);
});

test('a page says its status, and the head carries it', async () => {
  assert.equal((await door.visit('/en/workspace?say=422')).status, 422);
  assert.equal((await door.visit('/en/workspace')).status, 200, 'one answer’s status is not the next one’s');
});

test('a scripted action carries its status too', async () => {
  const body = '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n[null,"$K1"]\r\n--x--\r\n';
  const headers = { origin: door.own, 'next-action': 'a'.repeat(42), 'content-type': 'multipart/form-data; boundary=x' };
  const reply = await door.visit('/en/workspace?say=422', { method: 'POST', body, headers });
  assert.equal(reply.status, 422);
  assert.equal(reply.text, '0:{}');
});

for (const [path, status] of [
  ['/en/workspace?say=error', 500],
  ['/en/workspace?say=missing', 404],
  ['/en/workspace?say=bare', 500],
  ['/en/workspace?say=throw', 500],
  ['/en/partners/broken', 500],
  ['/en/partners/streamed', 500],
  ['/nowhere', 404],
] as const) {
  test(`${path} ends in a page of the house with ${status}`, async () => {
    const reply = await door.visit(path, { headers: { 'accept-language': 'en' } });
    assert.equal(reply.status, status);
    assert.match(reply.text, /^<!doctype html><html lang="en">.*<title>[^<]+<\/title>.*<h1>[^<]+<\/h1>.*<a href="\/en">/);
    assert.doesNotMatch(reply.text, /__next_error__|secret|<script|style=|template/);
    assert.equal(reply.headers['cache-control'], 'no-store');
    assert.equal(Number(reply.headers['content-length']), reply.body.length);
  });
}

test('while the database is away a fault is a 503 in the reader’s form', async () => {
  door.turn.ready = false;
  await wait(510);
  for (const [path, words] of [['/sr-Cyrl/workspace?say=error', 'Регистар тренутно није доступан'], ['/sr-Latn/workspace?say=error', 'Registar trenutno nije dostupan'], ['/en/workspace?say=bare', 'The register is not available']] as const) {
    const reply = await door.visit(path);
    assert.equal(reply.status, 503);
    assert.ok(reply.text.includes(words), words);
    assert.equal(reply.headers['retry-after'], '10');
  }
  assert.equal((await door.visit('/en/partners/broken')).status, 503);
  assert.equal((await door.visit('/nowhere')).status, 404, 'what is wrong without the database stays so');
});

test('a page that fell over while the database broke off and came back is a 503 too', async () => {
  await wait(510); // what an earlier test was told of the database is forgotten
  door.turn.shaken = true;
  assert.equal((await door.visit('/en/workspace?say=error')).status, 503);
  assert.equal((await door.visit('/en/partners/broken')).status, 503);
  assert.equal((await door.visit('/en/partners/streamed')).status, 500, 'a page that is no document is our fault all the same');
  assert.equal((await door.visit('/en/workspace?say=missing')).status, 404);
  door.turn.shaken = false;
  const [told] = await Promise.all([door.visit('/en/workspace?say=error'), wait(50).then(() => (door.turn.shaken = true))]);
  assert.equal(told.status, 503, 'the break is heard a moment after the query');
  door.turn.shaken = false;
  assert.equal((await door.visit('/en/workspace?say=error')).status, 500);
});

test('a redirect of Next carries no page', async () => {
  const reply = await door.visit('/en/workspace?say=redirect');
  assert.equal(reply.status, 303);
  assert.equal(reply.headers.location, '/en/workspace');
  assert.equal(reply.text, '');
});

test('while developing every page keeps its scripts under a nonce, and nothing is remembered', async () => {
  const dev = await frontDoor((_, response) => page(response, '<h1>Draft</h1>'), { dev: true });
  for (let n = 0; n < 2; n += 1) {
    const reply = await dev.visit('/en/agreements');
    assert.match(reply.text, /<script/);
    assert.match(String(reply.headers['content-security-policy']), /'nonce-[^']+' 'strict-dynamic' 'unsafe-eval'.*connect-src 'self' ws:/);
  }
  assert.equal(dev.reached.length, 2);
  assert.equal((await dev.visit('/en/%')).status, 400, 'the guard stands');
  assert.equal((await dev.visit('/en/workspace', { method: 'POST', headers: { origin: 'http://evil.example' } })).status, 403);
  await dev.close();
});

test('a page that does not come is a 503, and what it says later goes nowhere', async () => {
  const slow = await frontDoor(async (_, response) => {
    await wait(200);
    page(response, '<h1>late</h1>');
  }, { patience: 60 });
  for (const path of ['/en/agreements', '/en/workspace']) {
    const reply = await slow.visit(path);
    assert.equal(reply.status, 503);
    assert.doesNotMatch(reply.text, /late/);
  }
  await wait(250);
  await slow.close();
});

test('whoever waited in vain does not wait once more while a silent database is asked', async () => {
  const silent = await frontDoor(() => wait(3_000), { patience: 60 });
  silent.turn.mute = true;
  const took: number[] = [];
  for (const path of ['/en/agreements', '/en/workspace']) {
    const began = performance.now();
    const { status } = await silent.visit(path);
    took.push(status === 503 ? performance.now() - began : Infinity);
  }
  await silent.close();
  assert.ok(Math.max(...took) < 1_500, took.map(Math.round).join(', '));
});

test('of a crowd that sends forms some are served at a time, and what nobody waits for any more is not begun', async () => {
  let [within, most] = [0, 0];
  const crowded = await frontDoor(async ({ method }, response) => {
    // As Next asks for the page to which a form leads.
    if (method === 'POST') assert.equal((await crowded.visit('/en/workspace/next')).status, 200);
    if (method !== 'POST') return page(response, '<h1>next</h1>');
    within += 1;
    most = Math.max(most, within);
    await wait(500);
    within -= 1;
    page(response, '<h1>drawn</h1>');
  }, { patience: 2_000 });
  const body = '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n[null,"$K1"]\r\n--x--\r\n';
  const send = () => crowded.visit('/en/workspace', { method: 'POST', body, headers: { origin: crowded.own, 'next-action': 'a'.repeat(42), 'content-type': 'multipart/form-data; boundary=x' } });
  const answers = await Promise.all(Array.from({ length: 100 }, send));
  const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
  const [served, late] = [count(200), count(503)];
  await wait(1_000);
  const begun = crowded.reached.filter(({ method }) => method === 'POST').length;
  const again = await send();
  await crowded.close();
  assert.equal(again.status, 200);
  assert.ok(most <= 16, `${most} at once`);
  assert.ok(served > 0 && served + late === 100, `${served} served, ${late} told to send again`);
  assert.ok(begun <= served + 16, `${begun} begun for ${served}`);
});

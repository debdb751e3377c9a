import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { frontDoor, page, type Answer, type Visit } from './front-door.ts';

// A page that shows all that a request can carry: whatever of it reached the drawing would stand in memory for everybody.
const door = await frontDoor(async (request, response) => {
  await wait(1);
  const told = JSON.stringify({ url: request.url, method: request.method, ...request.headers }).replaceAll('<', '');
  response.setHeader('X-Echo', String(request.headers['x-evil'] ?? 'none'));
  page(response, `<h1>Agreements</h1><p>${told}</p>`);
});
after(() => door.close());

const evil = 'evil.example';
const attempts: [string, string, Visit?][] = [
  ...['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-forwarded-prefix', 'forwarded', 'x-host', 'x-original-url', 'x-rewrite-url', 'x-http-method-override', 'x-matched-path', 'x-middleware-rewrite', 'x-middleware-subrequest', 'x-invoke-path', 'x-nextjs-data', 'next-resume', 'x-now-route-matches',
    'rsc', 'next-router-prefetch', 'next-router-segment-prefetch', 'next-action', 'x-evil', 'cookie', 'authorization', 'referer', 'user-agent', 'accept', 'accept-language', 'origin', 'content-security-policy', 'if-modified-since', 'cache-control', 'pragma', 'via', 'x-povelja-address', 'purpose', 'save-data', 'dnt', 'te',
  ].map((name): [string, string, Visit] => [`the header ${name}`, '/en/agreements', { headers: { [name]: name === 'next-action' ? 'a'.repeat(42) : evil } }]),
  ...['evil.example', 'evil.example:80', '127.0.0.1:1', 'localhost', 'EVIL.example', 'a@evil.example', 'xn--80ak6aa92e.com'].map((host): [string, string, Visit] => [`the host ${host}`, '/en/agreements', { headers: { host } }]),
  ...['?utm_source=evil', '?evil=1&evil=2', '?Q=evil', '?page[]=evil', '?__proto__=evil', '?callback=evil', '?_=evil', '?', '?%71%20=evil', '?page=', '?;q=evil'].map((query): [string, string] => [`the parameters ${query}`, `/en/agreements${query}`]),
  ...['/en/%61greements', '/en/agreement%73', '/EN/agreements', '/en/Agreements', '/en/agreements/', '/%65n/agreements', '/en/agreements;evil', '/en/agreements%20', '/en/agreements%23evil', '/en/agreements.html'].map((path): [string, string] => [`the spelling ${path}`, path]),
  ...['GET', 'HEAD'].flatMap((method) => ['br', 'gzip', 'identity', '*', 'br;q=0', 'identity;q=0, *;q=0', 'deflate', 'BR', 'x'.repeat(300)].map((accepts): [string, string, Visit] => [`${method} that accepts ${accepts.slice(0, 20)}`, '/en/agreements', { method, headers: { 'accept-encoding': accepts } }])),
  ...['bytes=0-3', 'bytes=-1', 'bytes=0-,0-', 'bytes=9999999-'].map((range): [string, string, Visit] => [`the range ${range}`, '/en/agreements', { headers: { range } }]),
  ['a question with a body', '/en/agreements', { headers: { 'content-length': '4' }, body: 'evil' }],
  ['If-None-Match *', '/en/agreements', { headers: { 'if-none-match': '*' } }],
];

describe('what somebody asked for before changes nothing of what the next reader gets', () => {
  let reference: string;

  test('the page as it is', async () => {
    reference = shown(await door.visit('/en/agreements'));
    assert.doesNotMatch(reference, /evil/);
    assert.match(reference, /Agreements/);
  });

  for (const [what, path, visit] of attempts) {
    test(what, async () => {
      door.turn.epoch += 1; // an empty cache: the attempt is the one that fills it
      const [first] = await Promise.all([door.visit(path, visit).catch(() => null), wait(0).then(() => door.visit('/en/agreements'))]);
      assert.ok(first === null || first.status < 500, `${first?.status}`);
      for (const accepts of ['br', 'gzip', 'identity']) {
        const next = await door.visit('/en/agreements', { headers: { 'accept-encoding': accepts } });
        assert.equal(shown(next), reference);
        assert.equal(next.headers['x-echo'], undefined);
      }
      const head = await door.visit('/en/agreements', { method: 'HEAD' });
      assert.deepEqual([head.status, head.text, Number(head.headers['content-length']) > 200], [200, '', true]);
    });
  }

  test('five hundred at once draw it once', async () => {
    door.turn.epoch += 1;
    door.reached.splice(0);
    const answers = await Promise.all(Array.from({ length: 500 }, () => door.visit('/en/agreements')));
    assert.equal(door.reached.length, 1);
    assert.deepEqual([...new Set(answers.map(shown))], [reference]);
  });
});

/** Status, what a cache would go by, and the text, unpacked. */
function shown({ status, headers, body }: Answer): string {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[String(headers['content-encoding'])];
  return [status, headers.location, headers.vary, headers['set-cookie'], headers['cache-control'], (unpack ? unpack(body) : body).toString()].join('\n');
}

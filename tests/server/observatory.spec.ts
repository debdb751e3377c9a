import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import { after, test } from 'node:test';
import { answer } from '#app/answer.ts';
import { sandboxed } from '#app/files/sandboxed.ts';
import { frontDoor, nextError, page } from './front-door.ts';

const id = '0b4ba206-f049-4e34-a3aa-3af84544c35f';
const own = 'https://povelja.example';
const door = await frontDoor((request, response) => {
  const url = request.url ?? '';
  if (url.includes('nowhere')) answer(404);
  if (url.includes('broken')) return nextError(response);
  if (url.includes('away')) return void response.writeHead(303, { location: '/en/sign-in' }).end();
  if (url.startsWith('/files')) {
    response.setHeader('content-security-policy', sandboxed);
    return void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF');
  }
  for (const [end, type] of [['.atom', 'application/atom+xml'], ['.ics', 'text/calendar'], ['.xml', 'application/xml'], ['.js', 'application/javascript'], ['/find', 'application/json'], ['session', 'application/json'], ['.svg', 'image/svg+xml']] as const) {
    if (url.endsWith(end)) return void response.writeHead(200, { 'content-type': type }).end('{}');
  }
  if (url.includes('sign-in')) response.setHeader('set-cookie', '__Host-povelja.session=x; Path=/; HttpOnly; Secure; SameSite=Lax');
  page(response, '<h1>x</h1>');
}, { publicUrl: own, securityContact: 'mailto:a@povelja.example' });
after(() => door.close());

/** The points of the MDN HTTP Observatory, its rules of 2025 said again: what is missing takes points away, what is more than asked for adds some. */
function pointsFor(headers: IncomingHttpHeaders): number {
  const csp = String(headers['content-security-policy'] ?? '');
  const cookies = headers['set-cookie'] ?? [];
  const hsts = Number(/max-age=(\d+)/.exec(String(headers['strict-transport-security'] ?? ''))?.[1] ?? 0);
  const lost = [
    csp === '' ? 25 : /'unsafe-(?:inline|eval)'(?!.*'strict-dynamic')/.test(csp) ? 20 : 0,
    cookies.some((line) => !/; secure/i.test(line)) ? 40 : cookies.some((line) => !/; httponly/i.test(line)) ? 30 : cookies.some((line) => !/; samesite/i.test(line)) ? 20 : 0,
    'access-control-allow-origin' in headers ? 50 : 0,
    hsts === 0 ? 20 : hsts < 15_768_000 ? 10 : 0,
    headers['x-content-type-options'] === 'nosniff' ? 0 : 5,
    /frame-ancestors 'none'/.test(csp) ? 0 : 20,
    /unsafe-url|origin-when-cross-origin/.test(String(headers['referrer-policy'] ?? 'unsafe-url')) && !String(headers['referrer-policy']).startsWith('strict') ? 5 : 0,
  ];
  const base = 100 - lost.reduce((sum, one) => sum + one, 0);
  const more = [
    /default-src 'none'/.test(csp) && !/unsafe/.test(csp) ? 10 : 0, /frame-ancestors/.test(csp) ? 5 : 0, /strict-origin|no-referrer|same-origin/.test(String(headers['referrer-policy'])) ? 5 : 0,
    headers['cross-origin-resource-policy'] === 'same-origin' ? 10 : 0, cookies.length > 0 && cookies.every((line) => /; samesite/i.test(line)) ? 5 : 0,
  ];
  return base < 90 ? base : base + more.reduce((sum, one) => sum + one, 0);
}

const classes: readonly (readonly [what: string, path: string, status: number, headers?: Record<string, string>, method?: string])[] = [
  ['a public page', '/en', 200], ['a public list', '/sr-Cyrl/agreements?q=a', 200], ['a page that is not there', '/en/nowhere/at/all', 404], ['no form at all', '/nowhere', 404],
  ['an unreadable address', '/en/%', 400], ['a method that is none', '/en', 405, {}, 'DELETE'], ['a foreign post', '/en/sign-in', 403, { origin: 'https://evil.example' }, 'POST'],
  ['a page that fell over', '/en/partners/broken', 500], ['the workspace that fell over', '/en/workspace/broken', 500], ['sign-in', '/en/sign-in', 200], ['the desk', '/en/workspace', 200], ['a way elsewhere', '/en/workspace/away', 303],
  ['the choice of a form', '/', 307], ['another spelling', '/en/about/', 308], ['a feed', '/en/feed.atom', 200], ['a calendar', '/en/milestones.ics', 200], ['a site map', '/sitemap.xml', 200],
  ['a script', '/_next/static/chunks/a.js', 200], ['a picture', '/favicon.svg', 200], ['health', '/health/live', 200], ['security.txt', '/.well-known/security.txt', 200], ['rules of speculation', '/speculation-rules.json', 200],
  ['an answer for scripts', '/en/workspace/find', 200], ['a route handler', '/api/auth/session', 200], ['a file', `/files/${id}/a.pdf`, 200],
];

for (const [what, path, status, headers = {}, method = 'GET'] of classes) {
  test(`${what} (${path}) has an A+: 120 points and more`, async () => {
    const got = await door.visit(path, { method, headers });
    assert.equal(got.status, status);
    const points = pointsFor(got.headers);
    assert.ok(points >= 120, `${points} points: ${JSON.stringify(got.headers)}`);
  });
}

test('who has a page already (304), and who asks for its head, gets the same headers', async () => {
  const whole = await door.visit('/en/about');
  const again = await door.visit('/en/about', { headers: { 'if-none-match': String(whole.headers.etag) } });
  const head = await door.visit('/en/about', { method: 'HEAD' });
  assert.deepEqual([again.status, head.status, again.text, head.text], [304, 200, '', '']);
  for (const got of [again, head]) assert.ok(pointsFor(got.headers) >= 120, JSON.stringify(got.headers));
});

test('less is seen', () => {
  assert.ok(pointsFor({}) < 50);
  const full = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'strict-transport-security': 'max-age=63072000', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' };
  assert.equal(pointsFor(full), 130);
  assert.ok(pointsFor({ ...full, 'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'; frame-ancestors 'none'" }) < 90);
  assert.ok(pointsFor({ ...full, 'set-cookie': ['a=b; Secure; HttpOnly'] }) < 90);
  assert.ok(pointsFor({ ...full, 'access-control-allow-origin': '*' }) < 90);
});

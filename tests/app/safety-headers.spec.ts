import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { admin } from '../site.ts';
import { ask, Reader, type Answer } from './plain-http.ts';

const origin = process.env.POVELJA_URL ?? 'http://127.0.0.1:3000';
const anybody = new Reader(origin);

test('cookies: one, of the strictest kind, at sign-in; none on any public page', async () => {
  const reader = new Reader(origin);
  const entered = await reader.signIn(admin);
  const [line = '', ...more] = entered.headers['set-cookie'] ?? [];
  expect(more).toEqual([]);
  const [pair = '', ...attributes] = line.split('; ');
  expect(pair).toMatch(/^__Host-povelja\.session=[^;]+$/);
  expect(attributes.map((one) => one.toLowerCase()).filter((one) => !/^(expires|max-age)=/.test(one)).toSorted()).toEqual(['httponly', 'path=/', 'samesite=lax', 'secure']);
  for (const path of ['/', '/en', '/sr-Cyrl/agreements', '/en/about', '/en/nowhere', '/en/%', '/en/workspace/nowhere', '/favicon.svg', '/health/ready']) {
    for (const one of [anybody, reader]) expect([path, (await one.get(path)).headers['set-cookie']]).toEqual([path, undefined]);
  }
  const forged = await ask(`${origin}/en/workspace`, { headers: { cookie: '__Host-povelja.session=%zz; __Host-povelja.session=x' } });
  expect([forged.status, forged.headers.location]).toEqual([307, '/en/sign-in?next=%2Fen%2Fworkspace']);
});

const publicPolicy = "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const noncePolicy = /^default-src 'none'; script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/;
const closedPolicy = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

test('every class of answer carries the headers of safety, and its policy to the letter', async () => {
  const reader = new Reader(origin);
  await reader.signIn(admin);
  const sheet = /href="(\/_next\/static\/[^"]+\.css)/.exec((await anybody.get('/en')).text)?.[1] ?? '';
  const classes: [what: string, answer: Answer, status: number, policy: string | RegExp][] = [
    ['a public page', await anybody.get('/en'), 200, publicPolicy],
    ['a public list', await anybody.get('/sr-Cyrl/agreements?q=a'), 200, publicPolicy],
    ['a public page to staff', await reader.get('/sr-Latn/partners'), 200, publicPolicy],
    ['a page that is not there', await anybody.get('/en/partners/nobody'), 404, publicPolicy],
    ['an address that is none', await anybody.get('/nowhere'), 404, publicPolicy],
    ['an unreadable address', await anybody.get('/en/%'), 400, publicPolicy],
    ['a method that is none', await anybody.get('/en', { method: 'PUT' }), 405, publicPolicy],
    ['a foreign post', await anybody.post('/en/sign-in', [], { headers: { origin: 'https://evil.example' } }), 403, publicPolicy],
    ['sign-in', await anybody.get('/en/sign-in'), 200, noncePolicy],
    ['the desk', await reader.get('/en/workspace'), 200, noncePolicy],
    ['a record that is not there', await reader.get('/en/workspace/partners/x'), 404, noncePolicy],
    ['the way to sign-in', await anybody.get('/en/workspace'), 307, noncePolicy],
    ['the choice of a form', await anybody.get('/'), 307, closedPolicy],
    ['another spelling', await anybody.get('/en/about/'), 308, closedPolicy],
    ['a stylesheet', await anybody.get(sheet), 200, closedPolicy],
    ['a picture', await anybody.get('/favicon.svg'), 200, closedPolicy],
    ['health', await anybody.get('/health/live'), 200, closedPolicy],
    ['a route handler', await anybody.get('/api/auth/session'), 200, closedPolicy],
  ];
  for (const [what, { status, headers }, wanted, policy] of classes) {
    const told = { what, status, ...Object.fromEntries(['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'x-powered-by', 'server', 'x-nextjs-cache'].map((name) => [name, headers[name]])) };
    expect(told).toEqual({
      what, status: wanted, 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin', 'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin', 'x-powered-by': undefined, server: undefined, 'x-nextjs-cache': undefined,
    });
    expect(headers['permissions-policy'], what).toMatch(/^([a-z-]+=\(\), )+[a-z-]+=\(\)$/);
    if (typeof policy === 'string') expect(headers['content-security-policy'], what).toBe(policy);
    else expect(headers['content-security-policy'], what).toMatch(policy);
  }
  const nonces = await Promise.all([1, 2].map(async () => (await anybody.get('/en/sign-in')).headers['content-security-policy']));
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('the scripts that anybody may fetch name no source map and no exact version', async () => {
  const scripts = globSync('.next/static/**/*.js');
  expect(scripts.length).toBeGreaterThan(5);
  expect(globSync('.next/static/**/*.map')).toEqual([]);
  expect(scripts.filter((file) => readFileSync(file, 'utf8').includes('sourceMappingURL'))).toEqual([]);
  for (const file of scripts) {
    const { status, text } = await anybody.get(`/_next/${file.slice('.next/'.length)}`);
    expect([file, status, /\bversion\s*[:=]\s*"\d+\.\d/i.exec(text)?.[0]]).toEqual([file, 200, undefined]);
  }
});

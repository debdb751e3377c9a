import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { publicAddresses } from '#app/addresses.ts';
import { writtenForms } from '#messages/local-text.ts';
import { admin } from '../site.ts';
import { ask, formIn, formType, multipart, Reader, type Answer, type Field } from './plain-http.ts';

const origin = process.env.POVELJA_URL ?? 'http://127.0.0.1:3000';
const anybody = new Reader(origin);
const registers = ['partners', 'networks', 'programmes', 'projects', 'agreements', 'milestones', 'documents', 'people'];
let signedIn: Promise<Reader> | undefined;

/** The first person of the site under test, signed in without a browser. */
function ana(): Promise<Reader> {
  return (signedIn ??= (async () => {
    const reader = new Reader(origin);
    expect((await reader.signIn(admin)).status).toBe(303);
    return reader;
  })());
}

/** A page of the house in plain words: nothing of how it is built, no form that could leak anything. */
function expectPlainWords(answer: Answer, what: string): void {
  expect(answer.text, what).toMatch(/<h1[^>]*>[^<]+<\/h1>/);
  expect(answer.text, what).not.toMatch(/ at \S+ \(|node_modules|\.ts:\d|__next_error__|postgres|stack|digest/i);
}

test.describe('what is no form of this site is refused before anything looks at it', () => {
  let sound: readonly Field[];
  test.beforeAll(async () => void (sound = formIn((await anybody.get('/en/sign-in')).text)));
  const without = (name: string) => sound.filter(([held]) => held !== name);

  test('over the limit: 413, whether or not the sender says how much comes', async () => {
    const long = multipart([...sound, ['note', 'a'.repeat(1_048_576)]]);
    expect((await anybody.post('/en/sign-in', [], { body: long })).status).toBe(413);
    const chunked = await ask(`${origin}/en/sign-in`, { method: 'POST', body: long, headers: { origin, 'content-type': formType, 'transfer-encoding': 'chunked', 'content-length': [] } }).catch(() => null);
    expect(chunked === null || chunked.status === 413).toBe(true); // the connection may be cut while we still write
  });

  test('malformed: 400, in plain words', async () => {
    const whole = multipart(sound);
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const bodies: Record<string, [Buffer, Record<string, string>?]> = {
      'a form cut off': [whole.subarray(0, whole.length - 60)],
      'no form': [Buffer.from('nonsense')],
      'a form with another boundary': [whole, { 'content-type': 'multipart/form-data; boundary=other' }],
      'a urlencoded form': [Buffer.from('email=x'), { 'content-type': 'application/x-www-form-urlencoded' }],
      'JSON': [Buffer.from('{}'), { 'content-type': 'application/json' }],
      'nothing': [Buffer.alloc(0)],
      'broken UTF-8': [multipart([...sound, ['note', Buffer.from([0xff, 0xfe])]])],
      'half a surrogate': [multipart([...sound, ['note', Buffer.from([0xed, 0xa0, 0x80])]])],
      'an overlong slash': [multipart([...sound, ['note', Buffer.from([0xc0, 0xaf])]])],
      'no action': [multipart(sound.filter(([name]) => !name.startsWith('$ACTION')))],
      'an action that is junk': [multipart([...without('$ACTION_1:0'), ['$ACTION_1:0', '{"id":']])],
      'an action with a foreign name': [multipart([...without('$ACTION_1:0'), ['$ACTION_1:0', '{"id":"../../x","bound":"$@1"}']])],
      'a state that is junk': [multipart([...without('$ACTION_1:1'), ['$ACTION_1:1', '{{{']])],
      'a state that calls another action': [multipart([...without('$ACTION_1:1'), ['$ACTION_1:1', '["$F5"]']])],
      'a state without end': [multipart([...without('$ACTION_1:1'), ['$ACTION_1:1', nested]])],
      'thousands of references': [multipart([...without('$ACTION_1:1'), ['$ACTION_1:1', JSON.stringify(Array(3_000).fill('$2:0'))], ['$ACTION_1:2', JSON.stringify(Array(60_000).fill(1))]])],
      'a scripted call of junk': [multipart([['0', '[']]), { 'next-action': 'a'.repeat(42) }],
      'a scripted call of what is no action': [multipart([['0', '[null,"$K1"]']]), { 'next-action': '../x' }],
    };
    for (const [what, [body, headers]] of Object.entries(bodies)) {
      const answer = await anybody.post('/en/sign-in', [], { body, ...(headers ? { headers } : {}) });
      expect([what, answer.status]).toEqual([what, 400]);
      expect(answer.took, what).toBeLessThan(5_000);
      expectPlainWords(answer, what);
    }
  });

  test('an action that this build has not: 409, so that the page is loaded anew', async () => {
    const [, called] = sound.find(([name]) => name === '$ACTION_1:0') ?? [];
    const other = JSON.stringify({ ...JSON.parse(String(called)), id: `7f${'0'.repeat(40)}` });
    expect((await anybody.post('/en/sign-in', [...without('$ACTION_1:0'), ['$ACTION_1:0', other]])).status).toBe(409);
  });

  test('names of fields that no form has are no fault of ours', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'email.toString', 'version', 'id', 'opened', 'again', 'x.rows', '0', 'then', `a${'.a'.repeat(50_000)}`]) {
      const answer = await anybody.post('/en/sign-in', [...sound, [name, '1e9']]);
      expect([name.slice(0, 20), [200, 404, 422].includes(answer.status)]).toEqual([name.slice(0, 20), true]);
      expect(answer.took, name.slice(0, 20)).toBeLessThan(5_000);
    }
  });

  for (const [what, headers] of [
    ['a foreign Origin', { origin: 'https://evil.example' }], ['no Origin at all', { origin: [] }], ['an opaque Origin', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }], ['a foreign Origin under a forged host', { origin: 'http://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' }],
  ] as const) {
    test(`from ${what}: 403, signed in or not`, async () => {
      for (const reader of [anybody, await ana()]) {
        const answer = await reader.post('/en/sign-in', sound, { headers: headers as Record<string, string | string[]> });
        expect(answer.status).toBe(403);
        expectPlainWords(answer, what);
      }
    });
  }
});

test('other methods, and posts to what takes none: 405', async () => {
  const reader = await ana();
  for (const path of ['/en', '/en/agreements', '/en/workspace', '/en/sign-in', '/api/auth/session', '/health/live']) {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'REPORT']) {
      expect([method, path, (await reader.get(path, { method, headers: { origin } })).status]).toEqual([method, path, 405]);
    }
  }
  for (const path of ['/', '/en', '/sr-Latn/partners', '/en/about', '/nowhere', '/health/ready', '/robots.txt']) expect([path, (await reader.post(path, [])).status]).toEqual([path, 405]);
});

const noIds = ['x', '0', '-1', 'null', '1%20or%201=1', '%F0%9F%98%80', '%E2%80%AE', 'a'.repeat(2_000), '00000000-0000-0000-0000-00000000000g', 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', '00000000-0000-0000-0000-000000000000'];

test('ids that are no ids, and ids of nobody: 404 on every page of the workspace', async () => {
  const reader = await ana();
  const subs = ['/edit', '/history', '/publish', '/withdraw', '/verify', '/sign', '/annex', '/acts/new/notice', '/acts/x', '/old-act', '/party', '/complete', '/postpone', '/cancel', '/nonsense'];
  for (const register of registers) {
    // Each id on the record's page, and each further page with one of them.
    for (const [place, sub] of [...noIds.map(() => ''), ...subs].entries()) {
      const id = noIds[place % noIds.length] ?? '';
      const { status } = await reader.get(`/en/workspace/${register}/${id}${sub}`);
      expect([register, id.slice(0, 40), sub, status]).toEqual([register, id.slice(0, 40), sub, 404]);
    }
  }
  for (const register of ['nonsense', 'constructor', '__proto__', 'toString']) expect((await reader.get(`/en/workspace/${register}/${randomUUID()}/history`)).status).toBe(404);
});

test('slugs that are none: 404, and nothing is remembered of them', async () => {
  for (const path of ['/en/partners/nobody', '/en/partners/%D1%88', '/en/partners/[slug]', '/en/agreements/a.b', '/en/networks/__proto__', '/en/projects/UPPER', '/en/programmes/x/y', '/en/nowhere', `/en/partners/${'a'.repeat(3_000)}`, '/en/partners/%E2%80%AEx']) {
    const answer = await anybody.get(path);
    expect([path.slice(0, 40), answer.status]).toEqual([path.slice(0, 40), 404]);
    expect(answer.headers['cache-control'], path.slice(0, 40)).toBe('no-store');
    expectPlainWords(answer, path.slice(0, 40));
  }
});

test('a record that one may not know of answers as one that there is not, to the byte', async () => {
  const reader = await ana();
  // Two names of one length, of which one is a draft's; a page that said more of either would be longer or shorter.
  const [hidden, nobody] = [`zz-skica-${randomUUID().slice(0, 8)}`, `zz-niko--${randomUUID().slice(0, 8)}`];
  const drafted = await reader.fillIn('/en/workspace/partners/new', { 'name.sr-Latn': hidden.replaceAll('-', ' '), 'name.origin': 'sr-Latn', kind: 'ngo' });
  expect(drafted.status).toBe(303);
  for (const form of writtenForms) {
    const [draft, none] = await Promise.all([hidden, nobody].map((slug) => anybody.get(`/${form}/partners/${slug}`)));
    expect([draft?.status, draft?.text.replaceAll(hidden, '')]).toEqual([404, none?.text.replaceAll(nobody, '')]);
    expect(Object.keys(draft?.headers ?? {})).toEqual(Object.keys(none?.headers ?? {}));
  }
  const id = /[0-9a-f-]{36}$/.exec(drafted.headers.location ?? '')?.[0] ?? '';
  const [theirs, nothing] = await Promise.all([id, randomUUID()].map((one) => anybody.get(`/en/workspace/partners/${one}`)));
  expect([theirs?.status, theirs?.headers.location?.replace(id, '')]).toEqual([nothing?.status, nothing?.headers.location?.replace(/[0-9a-f-]{36}/, '')]);
});

test('headers and parameters that could steer the framework do nothing', async () => {
  const plain = await anybody.get('/en/partners');
  const steering: Record<string, string>[] = [
    { rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }, { rsc: '1', 'next-router-segment-prefetch': '/_tree' }, { 'next-url': '/en/workspace' }, { 'x-nextjs-data': '1' },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware' }, { 'x-middleware-rewrite': '/en/workspace' }, { 'x-matched-path': '/en/workspace' }, { 'x-invoke-path': '/en/workspace' },
    { 'next-resume': '1' }, { 'x-prerender-revalidate': 'x' }, { 'content-security-policy': "script-src 'nonce-evil'" }, { 'x-povelja-address': '/en/workspace' }, { 'x-forwarded-host': 'evil.example' },
    { host: 'evil.example' }, { 'x-http-method-override': 'DELETE' }, { 'x-original-url': '/en/workspace' }, { cookie: '__Host-povelja.session=forged; NEXT_LOCALE=sr' }, { 'accept-language': 'x'.repeat(8_000) }, { range: 'bytes=0-1' },
    { 'if-none-match': 'x'.repeat(8_000) }, { accept: 'text/x-component' }, { 'accept-encoding': 'br;q=x, *;q=' },
  ];
  for (const headers of steering) {
    const answer = await anybody.get('/en/partners', { headers });
    expect([headers, answer.status, answer.headers['content-type'], answer.headers['content-security-policy']]).toEqual([headers, 200, 'text/html; charset=utf-8', plain.headers['content-security-policy']]);
    if (answer.headers['content-encoding'] === undefined) expect(answer.text).toBe(plain.text);
  }
  for (const path of ['/en.rsc', '/en/partners.rsc', '/en/agreements.segments/_tree.segment.rsc', '/en/workspace/partners.rsc', '/_next/data/x/en.json', '/_next/image?url=%2Ffavicon.svg&w=64&q=75', '/api', '/files', '/.env', '/server/main.ts']) {
    expect([path, (await anybody.get(path)).status]).toEqual([path, 404]);
  }
  for (const path of ['/en?nxtPlocale=sr', '/en/partners?__nextLocale=sr', '/en/partners?_nextjs=1', '//evil.example/en', '/en/%', '/en/%ff', '/en/%00', '/en/..%2f', '/en/%2e%2e/en', '/_next/static/chunks/../../../package.json']) expect([path, (await anybody.get(path)).status]).toEqual([path, 400]);
});

const absurd = ['a'.repeat(3_000), '%25', '%2500', "'%22%60%3C%3E", '%E2%80%AEabc', '-1', '0', '1e9', '999999999999', '1.5', 'NaN', '%F0%9F%98%80', '%D0%96%CC%81', '%5C', '%5F%25', '__proto__', 'constructor', '%2B%2B', '%0D%0ASet-Cookie:x=1', '{}', '[]', '[object%20Object]', '%EF%BF%BE', '((((', '!%26|:*'];
const lists = publicAddresses.filter(({ parameters }) => parameters.length > 0);

test('absurd parameters of public lists: an answer, and never a fault', async () => {
  test.setTimeout(120_000);
  for (const { path, parameters } of lists) {
    for (const [place, value] of absurd.entries()) {
      // By turns in every parameter at once and in one by itself.
      const alone = parameters[place % parameters.length] ?? 'q';
      const query = place % 2 === 0 ? `${alone}=${value}` : parameters.map((name) => `${name}=${value}`).join('&');
      const answer = await anybody.get(`/sr-Latn${path}?${query}`);
      expect([path, query.slice(0, 60), [200, 404].includes(answer.status)]).toEqual([path, query.slice(0, 60), true]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  }
  for (const query of [`q=${'a'.repeat(10_000)}`, 'q=%00', 'q=%', 'q=%ff', 'q=%ED%A0%80', '%00=x']) expect([query.slice(0, 20), (await anybody.get(`/en/partners?${query}`)).status]).toEqual([query.slice(0, 20), 400]);
  for (const query of ['page=1&page=2&page=3', 'q=a&q=b', 'q[]=a', 'q[a]=b', 'q', '&&&=&=', Array.from({ length: 500 }, (_, n) => `q=${n}`).join('&')]) expect([query.slice(0, 20), (await anybody.get(`/en/partners?${query}`)).status]).toEqual([query.slice(0, 20), 200]);
});

test('a parameter that the page does not declare makes no other document', async () => {
  for (const { path, parameters } of publicAddresses.filter((one) => !one.path.includes('['))) {
    const address = `/en${path === '/' ? '' : path}`;
    const plain = await anybody.get(address);
    for (const query of ['utm_source=x', 'x=%3Cscript%3E', 'toString=1', ...(parameters.includes('q') ? ['q='] : ['q=x', 'page=2'])]) {
      const answer = await anybody.get(`${address}?${query}`);
      expect([query, answer.headers.etag, answer.text]).toEqual([query, plain.headers.etag, plain.text]);
    }
  }
});

test('absurd parameters of the workspace’s tables: an answer, and never a fault', async () => {
  test.setTimeout(120_000);
  const reader = await ana();
  for (const register of registers) {
    for (const value of absurd) {
      const query = ['q', 'sort', 'page', 'kind', 'type', 'standing', 'state'].map((name) => `${name}=${value.slice(0, 500)}`).join('&');
      const { status } = await reader.get(`/en/workspace/${register}?${query}`);
      expect([register, value.slice(0, 30), status]).toEqual([register, value.slice(0, 30), 200]);
    }
  }
  for (const next of ['//evil.example', '/%5Cevil.example', 'https://evil.example', 'javascript:alert(1)', '%0D%0AX:1', 'a'.repeat(3_000)]) {
    const fresh = new Reader(origin);
    const { text } = await fresh.get(`/en/sign-in?next=${next}`);
    expect(text).not.toContain('<script>alert');
    const { status, headers } = await (await ana()).get(`/en/sign-in?next=${next}`);
    expect([next.slice(0, 30), status, headers.location]).toEqual([next.slice(0, 30), 307, '/en/workspace']);
  }
});

import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { frontDoor, page, sendRaw, type Visit } from './front-door.ts';

const door = await frontDoor((request, response) => {
  if (request.url?.startsWith('/api/')) response.end(JSON.stringify({ heard: true }));
  else page(response, '<h1>Desk</h1>');
});
after(() => door.close());
beforeEach(() => void door.reached.splice(0));

const id = '60b3414866f4294a32887db0084eecb06ecf844549';
const boundary = 'x1y2z3';

function form(fields: [name: string, value: string][]): Buffer {
  const parts = fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return Buffer.from(`${parts.join('')}--${boundary}--\r\n`, 'latin1');
}

const wholeForm = form([
  ['$ACTION_REF_1', ''],
  ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`],
  ['$ACTION_1:1', '[{"status":null,"values":"$undefined","price":"$$5"}]'],
  ['$ACTION_KEY', 'k0b00f0ea00dc1be6'],
  ['title', Buffer.from('Шид и „Ниш“').toString('latin1')],
]);

function posted(body: Buffer | string, headers: Record<string, string> = {}): Visit {
  return { method: 'POST', body, headers: { origin: door.own, 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers } };
}

async function refusedWith(status: number, path: string, visit: Visit = {}) {
  const answer = await door.visit(path, visit);
  assert.equal(answer.status, status);
  assert.match(answer.text, /<h1>[^<]+<\/h1>/);
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.deepEqual(door.reached, [], 'nothing may reach Next');
  return answer;
}

test('a whole form of the site reaches Next unchanged', async () => {
  const answer = await door.visit('/en/workspace/agreements/new', posted(wholeForm, { 'sec-fetch-site': 'same-origin' }));
  assert.equal(answer.status, 200);
  assert.equal(door.reached.length, 1);
  assert.equal(door.reached[0]?.body, wholeForm.toString());
  assert.equal(door.reached[0]?.method, 'POST');
});

test('a whole scripted call reaches Next, with a state that refers to itself', async () => {
  const call = form([['_1_title', 'x'], ['0', '[{"issues":[],"values":{"a":["$$x"]},"stored":"$0:0:values","none":"$undefined"},"$K1"]']]);
  assert.equal((await door.visit('/en/workspace', posted(call, { 'next-action': id }))).status, 200);
  assert.equal(door.reached.length, 1);
});

for (const [why, headers] of [
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour of the site', { 'sec-fetch-site': 'same-site' }],
  ['two claims at once', { 'sec-fetch-site': 'same-origin, cross-site' }],
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['no origin at all', { origin: 'null' }],
  ['a foreign origin that claims to be near', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ['an origin that only begins like ours', { origin: `${door.own}.evil.example` }],
] as const) {
  test(`a post from ${why} is refused`, async () => void (await refusedWith(403, '/en/workspace', posted(wholeForm, headers))));
}

test('a post that says nothing of where it comes from is refused', async () =>
  void (await refusedWith(403, '/en/workspace', { method: 'POST', body: wholeForm, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })));

test('a foreign host name does not make a foreign origin ours', async () =>
  void (await refusedWith(403, '/en/workspace', posted(wholeForm, { host: 'evil.example', origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }))));

for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
  test(`${method} is no method of this house`, async () => {
    const answer = await refusedWith(405, '/en/workspace', { method, headers: { origin: door.own } });
    assert.equal(answer.headers.allow, 'GET, HEAD');
  });
}

test('public pages take no posts', async () => void (await refusedWith(405, '/en/agreements', posted(wholeForm))));

for (const path of ['/en/%', '/en/%zz', '/en/%ff', '/en/%c3%28', '/en/a%00b', '/en/a%2fb', '/en/a%5cb', '/en/%2e%2e/x', '/en/../x', '/en/./x', '//evil.example/en', '/en//agreements', '/en?q=%', '/en?q=%ff', '/en?q=%00', '/en?nxtPslug=x', '/en/workspace?nxtIlocale=x', '/en/workspace?n%78tPslug=x', '/en/workspace?__nextLocale=x', `/en?q=${'a'.repeat(5_000)}`]) {
  test(`the address ${path.slice(0, 40)} is refused`, async () => void (await refusedWith(400, path)));
}

for (const path of ['/en.rsc', '/en/partners.rsc', '/en/partners/usaid.prefetch.rsc', '/en/partners%2ersc', '/en/workspace/partners.rsc', '/en/agreements.segments/_tree.segment.rsc']) {
  test(`the payload of a page has no address (${path})`, async () => void (await refusedWith(404, path)));
}

for (const path of ['/api', '/api/', '/api/auth', '/api/nonsense', '/files', '/files/x']) {
  test(`where no route handler stands nothing is asked of Next (${path})`, async () => {
    const answer = await door.visit(path);
    assert.ok([308, 404].includes(answer.status));
    assert.deepEqual(door.reached, []);
  });
}

test('addresses that no client sends are refused', async () => {
  assert.equal(await sendRaw(door.port, 'GET /en/\xd1\x88 HTTP/1.1\r\nHost: x\r\n\r\n'), 400);
  assert.equal(await sendRaw(door.port, 'GET http://evil.example/en HTTP/1.1\r\nHost: x\r\n\r\n'), 400);
  assert.equal(await sendRaw(door.port, 'GET /en/a\\b HTTP/1.1\r\nHost: x\r\n\r\n'), 400);
  assert.equal(await sendRaw(door.port, 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'), 400);
  assert.deepEqual(door.reached, []);
});

test('headers that steer Next never reach it', async () => {
  const steering = { 'x-middleware-subrequest': 'a', 'x-middleware-rewrite': '/x', 'x-matched-path': '/x', 'next-resume': '1', 'x-nextjs-data': '1', 'x-invoke-path': '/x', 'x-now-route-matches': '1', 'x-prerender-revalidate': '1' };
  await door.visit('/en/workspace', { headers: { ...steering, 'content-security-policy': "script-src 'nonce-evil'", rsc: '1' } });
  const seen = door.reached[0]?.headers ?? {};
  assert.deepEqual(Object.keys(steering).filter((name) => name in seen), []);
  assert.doesNotMatch(String(seen['content-security-policy']), /evil/);
  assert.equal(seen.rsc, '1', 'the workspace’s own client still asks for its payload');
});

for (const state of ['%zz', '{}', '%5B%22%22%5D', '%5B1%2C2%5D', 'x'.repeat(9_000)]) {
  test(`a place that Next cannot read (${state.slice(0, 12)}) is refused`, async () => void (await refusedWith(400, '/en/workspace', { headers: { rsc: '1', 'next-router-state-tree': state } })));
}

test('a place that Next can read is no hindrance', async () => {
  const state = encodeURIComponent(JSON.stringify(['', { children: ['workspace', {}] }, null, null]));
  assert.equal((await door.visit('/en/workspace', { headers: { rsc: '1', 'next-router-state-tree': state } })).status, 200);
});

const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const malformed: [string, Buffer | string, Record<string, string>?][] = [
  ['a form without its end', wholeForm.subarray(0, 200)],
  ['a form without its boundary', wholeForm, { 'content-type': 'multipart/form-data' }],
  ['nonsense for a form', 'nonsense'],
  ['a form without an action', form([['title', 'x']])],
  ['a urlencoded form', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['broken UTF-8', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":null}`], ['title', '\xff\xfe']])],
  ['an action that is no JSON', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', '{"id":']])],
  ['an action that is null', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', 'null']])],
  ['an action without its fields', form([['$ACTION_REF_1', '']])],
  ['an action with an id that is none', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', '{"id":"../x","bound":null}']])],
  ['bound values that are no JSON', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`], ['$ACTION_1:1', '[{']])],
  ['bound values that are not there', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":"$@9"}`]])],
  ['a bound reference that leads nowhere', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`], ['$ACTION_1:1', '["$F5"]']])],
  ['a bound row that is not there', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`], ['$ACTION_1:1', '["$@5"]']])],
  ['bound values nested out of all measure', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`], ['$ACTION_1:1', nested]])],
  ['bound values in more rows than one', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`], ['$ACTION_1:1', '["$2"]'], ['$ACTION_1:2', '[1]']])],
  ['bound values before the action, where nobody would look', form([['$ACTION_REF_1', ''], ['$ACTION_1:1', '["$F5"]'], ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`]])],
  ['more bound values than any action takes', form([['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`], ['$ACTION_1:1', JSON.stringify(Array(3_000).fill(1))]])],
  ['two actions', form([[`$ACTION_ID_${id}`, ''], ['$ACTION_REF_1', ''], ['$ACTION_1:0', `{"id":"${id}","bound":null}`]])],
  ['a scripted call of what is no action', form([['_1_title', 'x'], ['0', '[null,"$K1"]']]), { 'next-action': 'zzz' }],
  ['a scripted call without a form', '[null]', { 'next-action': id, 'content-type': 'text/plain' }],
  ['a scripted call without arguments', form([['_1_title', 'x']]), { 'next-action': id }],
  ['scripted arguments that are no JSON', form([['_1_title', 'x'], ['0', '[null,"$K1"']]), { 'next-action': id }],
  ['scripted arguments of another kind', form([['_1_title', 'x'], ['0', '[null,"x"]']]), { 'next-action': id }],
  ['a scripted reference that leads nowhere', form([['_1_title', 'x'], ['0', '[{"values":"$0:0:none"},"$K1"]']]), { 'next-action': id }],
  ['a scripted state nested out of all measure', form([['_1_title', 'x'], ['0', `[${nested},"$K1"]`]]), { 'next-action': id }],
  ['a scripted call in more rows than one', form([['_1_title', 'x'], ['0', '["$2","$K1"]'], ['2', '{"issues":[]}']]), { 'next-action': id }],
  ['a scripted reference of another kind', form([['_1_title', 'x'], ['0', '[{"values":"$F1"},"$K1"]']]), { 'next-action': id }],
];
for (const [what, body, headers] of malformed) {
  test(`${what} is refused as malformed`, async () => void (await refusedWith(400, '/en/workspace', posted(body, headers))));
}

test('a route handler gets no undecodable form and no broken JSON', async () => {
  const encoded = { 'content-type': 'application/x-www-form-urlencoded' };
  await refusedWith(400, '/api/auth/callback', posted('name=%ff', encoded));
  await refusedWith(400, '/api/auth/callback', posted('name=%zz', encoded));
  await refusedWith(400, '/api/auth/callback', posted('{', { 'content-type': 'application/json' }));
  assert.equal((await door.visit('/api/auth/callback', posted('name=%D1%88&b=1+2', encoded))).status, 200);
});

test('a post over its limit is refused, whether or not it says how long it is', async () => {
  const long = Buffer.alloc(1_048_577, 97);
  await refusedWith(413, '/en/workspace', posted(long));
  await refusedWith(413, '/en/workspace', posted(long, { 'transfer-encoding': 'chunked' }));
});

test('what a sender claims about himself is overwritten', async () => {
  await door.visit('/en/workspace', { headers: { host: 'evil.example', 'x-forwarded-for': '9.9.9.9', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-port': '1', forwarded: 'for=9.9.9.9', 'x-real-ip': '9.9.9.9' } });
  const headers = door.reached[0]?.headers ?? {};
  assert.doesNotMatch(JSON.stringify(headers), /9\.9\.9\.9|evil/);
  assert.equal(headers['x-forwarded-for'], '127.0.0.1');
  assert.equal(headers.host, `127.0.0.1:${door.port}`);
  assert.equal(headers['x-forwarded-proto'], 'http');
});

test('a configured proxy is believed, and only its own words', async () => {
  const behind = await frontDoor((_, response) => page(response, 'x'), { publicUrl: 'https://povelja.example', trustedProxies: ['127.0.0.0/8', '10.0.0.1'] });
  await behind.visit('/en/workspace', { headers: { 'x-forwarded-for': '9.9.9.9, 8.8.8.8, 10.0.0.1', 'x-forwarded-host': 'evil.example' } });
  await behind.visit('/en/workspace', { headers: { 'x-forwarded-for': '8.8.8.8, nonsense' } });
  assert.deepEqual(behind.reached.map(({ headers }) => headers['x-forwarded-for']), ['8.8.8.8', '127.0.0.1']);
  assert.equal(behind.reached[0]?.headers['x-forwarded-host'], 'povelja.example');
  assert.equal(behind.reached[0]?.headers['x-forwarded-proto'], 'https');
  const posts = await behind.visit('/en/workspace', { ...posted(wholeForm, { origin: 'https://povelja.example' }) });
  assert.equal(posts.status, 200);
  await behind.close();
});

test('on one’s own machine its three names are the same site', async () => {
  const answer = await door.visit('/en/workspace', posted(wholeForm, { host: `localhost:${door.port}`, origin: `http://localhost:${door.port}` }));
  assert.equal(answer.status, 200);
  assert.equal(door.reached[0]?.headers.host, `localhost:${door.port}`, 'Next compares it with the origin');
});

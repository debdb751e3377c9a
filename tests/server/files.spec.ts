import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { frontDoor } from './front-door.ts';

const id = '0b4ba206-f049-4e34-a3aa-3af84544c35f';
const upload = `/files/attach/sr-Cyrl/${id}`;
const file = `/files/${id}/zapisnik.pdf`;
const large = Buffer.alloc(3 * 1_048_576, 'x');
let door: Awaited<ReturnType<typeof frontDoor>>;

before(async () => {
  door = await frontDoor((request, response) => {
    if (request.url === upload) return void response.writeHead(303, { location: '/sr-Cyrl' }).end();
    if (request.url?.endsWith('gone.pdf')) return void response.writeHead(410, { 'content-type': 'text/plain' }).end();
    response.setHeader('content-type', 'application/pdf');
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    response.setHeader('x-povelja-length', '5');
    response.end('bytes');
  });
});
after(() => door.close());

const own = () => ({ origin: door.own, 'content-type': 'multipart/form-data; boundary=x' });

test('what is brought may be larger than any other post, and comes through as it is', async () => {
  door.reached.length = 0;
  const answer = await door.visit(upload, { method: 'POST', headers: own(), body: large });
  assert.deepEqual([answer.status, answer.headers.location, door.reached[0]?.body.length], [303, '/sr-Cyrl', large.length]);
  assert.equal((await door.visit('/sr-Cyrl/workspace', { method: 'POST', headers: own(), body: large })).status, 413);
});

const foreign: Record<string, Record<string, string>> = {
  'another origin': { origin: 'https://evil.example' }, 'no origin at all': {}, 'another site': { 'sec-fetch-site': 'cross-site' }, 'an origin that is null': { origin: 'null' },
};
for (const [what, headers] of Object.entries(foreign)) {
  test(`files from ${what} are refused before a byte is read`, async () => {
    door.reached.length = 0;
    assert.equal((await door.visit(upload, { method: 'POST', headers, body: 'x' })).status, 403);
    assert.deepEqual(door.reached, []);
  });
}

for (const path of ['/files', '/files/', '/files/x', `/files/${id}`, `/files/${id}/a/b`, `/files/${id}/%C5%A1.pdf`, `/files/x${id}/a.pdf`, '/files/attach', `/files/attach/${id}`, upload, `${upload}/x`]) {
  test(`nothing is lent at ${path}`, async () => {
    door.reached.length = 0;
    assert.ok([308, 404].includes((await door.visit(path)).status));
    assert.deepEqual(door.reached, []);
  });
}

for (const path of [file, '/files/attach', `/files/attach/sr-Cyrl/x`, `${upload}/x`]) {
  test(`nothing is taken at ${path}`, async () => {
    door.reached.length = 0;
    assert.equal((await door.visit(path, { method: 'POST', headers: own(), body: 'x' })).status, 405);
    assert.deepEqual(door.reached, []);
  });
}

test('a file goes out under the head that its route gave it, with its length, and closed where the route said nothing', async () => {
  const answer = await door.visit(file);
  assert.deepEqual([answer.status, answer.text, answer.headers['content-length'], answer.headers['content-security-policy']], [200, 'bytes', '5', "default-src 'none'; sandbox"]);
  assert.deepEqual([answer.headers['x-content-type-options'], answer.headers['cache-control'], answer.headers['x-povelja-length']], ['nosniff', 'no-store', undefined]);
  const gone = await door.visit(`/files/${id}/gone.pdf`, { headers: { 'accept-language': 'en' } });
  assert.equal(gone.status, 410);
  assert.match(gone.text, /no longer on the site/);
});

test('what a reader sends along with a question is not waited for', async () => {
  assert.equal((await door.visit(file, { headers: { 'content-length': '3' }, body: 'abc' })).headers.connection, 'close');
});

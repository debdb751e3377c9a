import assert from 'node:assert/strict';
import test from 'node:test';
import { securityText } from '#server/security-txt.ts';
import { frontDoor } from './front-door.ts';

const path = '/.well-known/security.txt';

test('security.txt says what RFC 9116 asks for, one field a line, and ends within a year', () => {
  const text = securityText('mailto:a@povelja.example', new URL('https://povelja.example'), new Date('2026-11-22T23:30:00Z'));
  assert.equal(text, [
    'Contact: mailto:a@povelja.example', 'Expires: 2027-05-21T00:00:00Z', 'Preferred-Languages: sr, en', 'Canonical: https://povelja.example/.well-known/security.txt', '',
  ].join('\n'));
});

test('the door answers it without asking Next, and with 404 where nobody is named', async () => {
  const [named, silent] = [await frontDoor(() => {}, { securityContact: 'https://povelja.example/safety' }), await frontDoor((_, response) => void response.writeHead(404).end())];
  try {
    const answer = await named.visit(path);
    assert.deepEqual([answer.status, answer.headers['content-type']], [200, 'text/plain; charset=utf-8']);
    assert.match(answer.text, /^Contact: https:\/\/povelja\.example\/safety\nExpires: /);
    assert.equal((await named.visit(path, { method: 'HEAD' })).text, '');
    assert.equal(named.reached.length, 0);
    assert.equal((await silent.visit(path)).status, 404);
  } finally {
    await Promise.all([named.close(), silent.close()]);
  }
});

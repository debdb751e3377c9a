import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Parser } from 'htmlparser2';
import { handBack } from '#app/answer.ts';
import { textsOf } from '#server/sent-form.ts';
import { nextError, frontDoor } from './front-door.ts';

const boundary = 'x1y2';
const action = `${'a'.repeat(42)}`;
const page = '/sr-Cyrl/workspace/partners/new';

function formOf(fields: readonly (readonly [string, string])[]): Buffer {
  return Buffer.from(`${fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--${boundary}--\r\n`);
}

/** The hidden fields of a page, as a browser would post them. */
function hiddenIn(html: string): [string, string][] {
  const found: [string, string][] = [];
  const parser = new Parser({ onopentag: (name, at) => void (name === 'input' && at.type === 'hidden' && found.push([at.name ?? '', at.value ?? ''])) });
  parser.end(html);
  return found;
}

const evil = '"><script>alert(1)</script><input value="';
const typed = [[`$ACTION_ID_${action}`, ''], ['request', '11111111-1111-1111-1111-111111111111'], ['note.sr-Cyrl', `Белешка у\nдва реда & ${evil}`], ['kind', 'company']] as const;

describe('a form that nobody could take', async () => {
  let breaks: 'in Next' | 'at once' = 'in Next';
  const door = await frontDoor((_request, response) => {
    if (breaks === 'at once') throw new Error('secret');
    nextError(response);
  });
  after(() => door.close());
  const post = (fields: readonly (readonly [string, string])[], at = page) =>
    door.visit(at, { method: 'POST', headers: { origin: door.own, 'content-type': `multipart/form-data; boundary=${boundary}` }, body: formOf(fields) });

  for (const way of ['in Next', 'at once'] as const) {
    test(`comes back to be sent again as it was, and is kept by nobody (${way})`, async () => {
      breaks = way;
      for (const [ready, status] of [[false, 503], [true, 500]] as const) {
        door.turn.ready = ready;
        await new Promise((resolve) => void setTimeout(resolve, 600)); // the door asks for the database twice a second
        const answer = await post(typed);
        assert.equal(answer.status, status);
        assert.deepEqual(hiddenIn(answer.text), typed.map(([name, value]) => [name, value]));
        assert.match(answer.text, new RegExp(`<form method="post" enctype="multipart/form-data" action="${page}">`));
        assert.doesNotMatch(answer.text, /<script|secret/);
        assert.match(answer.text, /<li>Белешка у\nдва реда &amp; /);
        assert.equal(answer.headers['cache-control'], 'no-store');
        assert.doesNotMatch((await door.visit(page)).text, /Белешка|<form/, 'the next reader of the same page');
      }
    });
  }

  test('but never with a password', async () => {
    const answer = await post([...typed, ['password', 'тајна реч']], '/sr-Cyrl/sign-in');
    assert.equal(answer.status, 500);
    assert.doesNotMatch(answer.text, /тајна|<form|Белешка/);
  });

  test('nor where it was refused: a foreign post says nothing of what it held', async () => {
    const answer = await door.visit(page, { method: 'POST', headers: { origin: 'https://evil.example', 'content-type': `multipart/form-data; boundary=${boundary}` }, body: formOf(typed) });
    assert.equal(answer.status, 403);
    assert.doesNotMatch(answer.text, /Белешка|<form/);
  });
});

test('what was typed beside files comes back in the reader’s form, where the route could not take it', async () => {
  const address = '/files/attach/en/11111111-2222-4333-8444-555555555555';
  const door = await frontDoor(async (_request, response) => {
    await Promise.resolve();
    handBack([['role', 'scan'], ['proposalReason', 'Потпис недостаје']]);
    response.statusCode = 503;
    response.setHeader('Content-Type', 'text/plain');
    response.end();
  });
  try {
    door.turn.ready = false;
    const answer = await door.visit(address, { method: 'POST', headers: { origin: door.own, 'content-type': `multipart/form-data; boundary=${boundary}` }, body: formOf([['role', 'scan']]) });
    assert.equal(answer.status, 503);
    assert.deepEqual(hiddenIn(answer.text), [['role', 'scan'], ['proposalReason', 'Потпис недостаје']]);
    assert.match(answer.text, new RegExp(`action="${address}"`));
    assert.match(answer.text, /choose them again/);
  } finally {
    await door.close();
  }
});

test('what is shown to be read is what somebody wrote, and no mark of the form’s own', () => {
  const fields = [...typed, ['note.state.en', 'draft'], ['title.origin', 'sr-Cyrl'], ['parties.rows', '2'], ['opened', '{"a":["стари текст"]}'], ['termMonths', '12'], ['name.en', ' Town ']] as const;
  assert.deepEqual(textsOf(fields), [typed[2][1], 'Town']);
});

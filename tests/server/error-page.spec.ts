import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenForms } from '#messages/local-text.ts';
import { faultPage } from '#server/error-page.ts';
import { htmlFaults } from '../app/html-rules.ts';

test('a fault says whose site it is, and what is over in a while is asked again at the same address', async () => {
  for (const form of writtenForms) {
    for (const [status, again] of [[500, 1], [503, 1], [403, 0], [404, 0], [410, 0]] as const) {
      const page = faultPage(status, form, []);
      assert.equal(page.split('<a href="">').length - 1, again, `${status} ${form}`);
      assert.match(page, form === 'sr-Cyrl' ? /<p class="over">Повеља · Грешка \d+<\/p>/ : /<p class="over">Povelja · \S+ \d+<\/p>/);
    }
  }
  const sent = faultPage(503, 'en', [], { address: '/en/workspace/partners/new', fields: [['name', 'typed']] });
  assert.ok(!sent.includes('<a href="">') && sent.includes('Send again'), 'what was typed is sent again, and not left by a link');
  // How the doctype is written, HTML leaves to everybody.
  assert.deepEqual((await htmlFaults(faultPage(503, 'en', []))).filter((fault) => !fault.startsWith('doctype-style')), []);
});

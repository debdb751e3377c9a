import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement } from 'react';
import { Parser } from 'htmlparser2';
import { writtenForms, type WrittenForm } from '#messages/local-text.ts';
import { draw } from './drawing.ts';

const { ContactSheet } = await import('#components/about/contact-sheet.tsx');
const { ReportMistake } = await import('#components/about/report-mistake.tsx');

const nothing = { email: null, phone: null, address: null, dataProtection: null };
const all = { email: 'ured@povelja.example', phone: '+381 18 000 000', address: 'Улица Љубе Нешића 1, 18000 Ниш', dataProtection: null };
const sheet = (contact: typeof all | typeof nothing, form: WrittenForm) => draw(createElement(ContactSheet, { contact, form }), form);

describe('how the office is reached', () => {
  test('what nobody entered is said, in three rows of three', () => {
    for (const form of writtenForms) assert.equal(sheet(nothing, form).match(/class="unknown"/g)?.length, 3);
    assert.doesNotMatch(sheet(nothing, 'en'), /<a /);
  });

  test('what was entered is a link where one can be followed', () => {
    const html = sheet(all, 'sr-Cyrl');
    assert.match(html, /<a href="mailto:ured@povelja\.example">/);
    assert.match(html, /<a href="tel:\+38118000000">\+381 18 000 000<\/a>/);
    assert.doesNotMatch(html, /unknown/);
  });

  test('the address is Serbian in every form: Cyrillic as typed, else in Latin and marked so', () => {
    assert.match(sheet(all, 'sr-Cyrl'), /Улица Љубе Нешића 1, 18000 Ниш/);
    assert.match(sheet(all, 'sr-Latn'), /Ulica Ljube Nešića 1, 18000 Niš/);
    assert.match(sheet(all, 'en'), /<span lang="sr-Latn-RS">Ulica Ljube Nešića 1, 18000 Niš<\/span>/);
  });
});

describe('the report of a mistake', () => {
  const whole = 'https://povelja.example/en/agreements?q=a%26b&page=2';
  const hrefOf = (email: string | null, form: WrittenForm) => {
    let href = '';
    const parser = new Parser({ onopentag: (name, at) => void (name === 'a' && (href = at.href ?? '')) });
    parser.end(draw(createElement(ReportMistake, { form, whole, email }), form));
    return href;
  };

  test('leads to the page that says how, where the office has no e-mail', () => {
    for (const form of writtenForms) assert.equal(hrefOf(null, form), `/${form}/contact#mistake`);
  });

  test('is a letter that names the page, whatever stands in its address', () => {
    for (const form of writtenForms) {
      const letter = new URL(hrefOf('ured@povelja.example', form));
      assert.equal(`${letter.protocol}${letter.pathname}`, 'mailto:ured@povelja.example');
      assert.deepEqual([...letter.searchParams.keys()], ['subject', 'body']);
      assert.ok(letter.searchParams.get('subject')?.endsWith(whole));
      assert.ok(letter.searchParams.get('body')?.split('\r\n')[0]?.endsWith(whole));
      // RFC 6068, section 5: line ends as CRLF, spaces as %20.
      assert.match(letter.search, /%0D%0A/);
      assert.doesNotMatch(letter.search, /\+/);
    }
  });
});

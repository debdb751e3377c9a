import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { local, writtenForms } from '#messages/local-text.ts';
import { kinds, type LetterKind } from '#office/mail/mail.ts';
import { putIntoWords, type Facts } from '#office/mail/letter.ts';
import { ruleNames } from '#office/reminder/reminder.ts';

const facts = (kind: LetterKind, more: Partial<Facts> = {}): Facts => ({
  kind, form: 'sr-Cyrl', site: 'https://povelja.example', at: new Date('2026-11-22T09:00:00Z'), due: '2026-11-22', said: said(kind), link: { address: 'https://povelja.example/sr-Cyrl/sign-in/link/tajna', until: new Date('2026-11-29T09:00:00Z') }, ...more,
});

function said(kind: LetterKind, title = 'Споразум'): Facts['said'] {
  if (kind === 'ledgerHead') return { head: `7/7/${'a'.repeat(64)}` };
  if (kind === 'publicationMissed') return { noun: 'agreement', at: '2026-11-22T08:00:00.000Z', code: 'NI-SPO-001', title: local({ sr: title }), place: '/workspace/agreements/1', issues: [{ field: 'embargoUntil', rule: 'embargo', values: { day: '2026-12-01' } }] };
  if (kind === 'publicationOff') return { at: '2026-11-22T08:00:00.000Z', code: 'NI-SPO-001', title: local({ sr: title }) };
  if (kind !== 'reminders') return {};
  return { more: 2, lines: ruleNames.flatMap((rule) => ['2026-11-29', '2026-11-22', '2026-11-15'].map((dueOn) => ({ rule, dueOn, code: 'NI-SPO-001', title: local({ sr: title }), place: '/workspace/agreements/1', because: 'owner' }))) };
}

describe('a letter in words', () => {
  test('stands in each written form whole: no key of a message, no letter of another script', () => {
    for (const kind of Object.keys(kinds) as LetterKind[]) {
      for (const form of writtenForms) {
        const { subject, text } = putIntoWords(facts(kind, { form }));
        assert.ok(subject.length > 3 && text.length > 60, `${kind} ${form}`);
        assert.doesNotMatch(`${subject} ${text}`, /\[letters|\[reminders|undefined|\{/);
        if (form === 'sr-Latn') assert.doesNotMatch(`${subject} ${text}`, /\p{Script=Cyrillic}/u, kind);
        if (form === 'en') assert.doesNotMatch(`${subject} ${text}`.replaceAll('Споразум', ''), /\p{Script=Cyrillic}/u, kind);
        assert.equal(text.includes('/sign-in/link/tajna'), kinds[kind].opens, `${kind} brings a link where it should, and nowhere else`);
      }
    }
  });

  test('what stands in a record cannot end a line of the head, become one, or turn the reading around', async () => {
    const corpus = ['a\r\nBcc: svi@primer.rs', 'a\nSubject: друго', 'a\rb', 'a\u2028Bcc: x@y.rs', 'a\u2029b', 'a\u0085b', 'a\u0000b', 'a\u000bb\u000cc', '=?utf-8?q?=0d=0aBcc:_x@y.rs?=', '\r\n\r\n<script>alert(1)</script>', '\r\n.\r\n', 'a\u202eb\u2066c', `${'дуг '.repeat(400)}`];
    for (const evil of corpus) {
      const { subject, text } = putIntoWords(facts('reminders', { said: said('reminders', evil) }));
      assert.doesNotMatch(subject, /[\r\n\p{Cc}\p{Zl}\p{Zp}]/u);
      assert.doesNotMatch(text, /(?!\n)\p{Cc}|[\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
      const line = text.split('\n').find((one) => one.startsWith('* '));
      assert.ok(line?.endsWith('· NI-SPO-001'), 'the title stays in its line');
      const sent = (await new MailComposer({ from: 'povelja@povelja.example', to: 'ana@primer.rs', subject, text, messageId: '<1@povelja.example>' }).compile().build()).toString('utf8');
      const fields = (sent.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n').map((field) => field.split(':')[0]?.toLowerCase());
      assert.deepEqual(fields.toSorted(), ['content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'], JSON.stringify(evil));
    }
  });

  test('a subject that is folded comes out as one line', async () => {
    for (const kind of Object.keys(kinds) as LetterKind[]) {
      for (const form of writtenForms) assert.doesNotMatch(putIntoWords(facts(kind, { form })).subject, /[\r\n]/);
    }
  });
});

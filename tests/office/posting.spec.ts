import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { outbox } from '#db/schema/outbox.ts';
import { person } from '#db/schema/person.ts';
import { aside } from '#office/change.ts';
import { decipher, encipher } from '#office/enciphered.ts';
import { isPlainAddress } from '#office/mail/mail.ts';
import { forgetLetters, post, recallLinks } from '#office/posting.ts';
import { secretHash } from '#office/person/secret.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { invited } from './person-ground.ts';

process.env.AUTH_SECRET = 'a secret of the specs that is long enough';
process.env.PUBLIC_URL = 'https://povelja.example';

describe('a letter is put into the outbox', () => {
  const database = useEmptyDatabase();
  let ana = '';
  before(async () => {
    ana = (await invited('editor', { name: ['Ана Анић'] })).id;
    await aside((db) => db.delete(outbox).where(eq(outbox.personId, ana)));
  });

  test('with its cause, or not at all', async () => {
    await assert.rejects(aside(async (db) => {
      assert.notEqual(await post(db, { kind: 'trial', to: { personId: ana } }), null);
      throw new Error('the cause was rolled back');
    }));
    assert.equal(await count(), 0);
  });

  test('once of its kind, record, day, occasion and recipient, also where some of these are nothing', async () => {
    const letter = { kind: 'reminders', to: { personId: ana }, due: '2026-11-22' } as const;
    const posted = await Promise.all([1, 2, 3].map(() => aside((db) => post(db, letter))));
    assert.equal(posted.filter((id) => id !== null).length, 1);
    assert.equal(await count(), 1);
    assert.notEqual(await aside((db) => post(db, { ...letter, due: '2026-11-23' })), null);
    assert.notEqual(await aside((db) => post(db, { ...letter, to: { personId: ana, address: 'stara@povelja.example' } })), null);
    const rows = await reader().select({ id: outbox.id, messageId: outbox.messageId }).from(outbox);
    assert.deepEqual(rows.map(({ messageId }) => messageId).toSorted(), rows.map(({ id }) => `<${id}@povelja.example>`).toSorted());
    await aside((db) => forgetLetters(db, ana));
    assert.equal(await count(), 0);
  });

  test('a link lies in it enciphered, bound to its row, and goes away when the link is recalled', async () => {
    const secret = 'a-secret-that-nobody-may-read';
    const id = await aside((db) => post(db, { kind: 'invitation', recordId: ana, to: { personId: ana }, link: { id: secretHash(secret), secret } }));
    const [row] = await reader().select().from(outbox).where(eq(outbox.id, id!));
    assert.ok(row?.sealed && !JSON.stringify(row).includes(secret));
    assert.equal(decipher(row.sealed, row.id), secret);
    assert.equal(decipher(row.sealed, 'another row'), null);
    assert.notEqual(encipher(secret, row.id), row.sealed);
    await aside((db) => recallLinks(db, ana));
    const [after] = await reader().select().from(outbox).where(eq(outbox.id, id!));
    assert.deepEqual([after?.sealed, after?.fault, after?.endedAt === null], [null, 'linkDead', false]);
    await aside((db) => forgetLetters(db, ana));
  });

  test('to nobody but one address: what could end a line or add a recipient is no address', async () => {
    const good = ['ana@povelja.example', 'ana.anic+ured@ni.rs', 'ана@пошта.срб', "o'neil@x.ie"];
    const bad = ['', 'ana', 'ana@', '@ni.rs', 'a@b@c.rs', 'ana@ni.rs\r\nBcc: svi@x.rs', 'ana@ni.rs\nX: 1', 'ana@ni.rs\r', 'ana@ni.rs,svi@x.rs', 'ana@ni.rs;svi@x.rs', 'Ana <ana@ni.rs>', '<ana@ni.rs>',
      '"a\r\nb"@ni.rs', 'ana@ni.rs (comment)', 'ana\u2028@ni.rs', 'ana\u0000@ni.rs', 'ana@ni.rs\u0085', 'ana @ni.rs', 'ana@ni..rs', 'ana@-ni.rs', `${'a'.repeat(65)}@ni.rs`, `a@${'b'.repeat(260)}.rs`, 'ana@ni.rs\u202e', 'ana@[127.0.0.1]'];
    assert.deepEqual(good.filter((text) => !isPlainAddress(text)), []);
    assert.deepEqual(bad.filter(isPlainAddress), []);
    for (const address of bad) await assert.rejects(aside((db) => post(db, { kind: 'ledgerHead', to: { address } })), /no e-mail address/);
    assert.equal(await count(), 0);
  });

  test('the database itself refuses a letter to nobody', async () => {
    await assert.rejects(aside((db) => db.insert(outbox).values({ messageId: '<x@y>', kind: 'trial', lapsesAt: sql`now()` as never })));
    assert.ok(database.url());
    assert.equal((await reader().select({ id: person.id }).from(person)).length, 1);
  });
});

async function count(): Promise<number> {
  return (await reader().select({ id: outbox.id }).from(outbox)).length;
}

import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { outbox } from '#db/schema/outbox.ts';
import { oneTimeLink } from '#db/schema/session.ts';
import { aside } from '#office/change.ts';
import { secretHash } from '#office/person/secret.ts';
import { post, type Letter } from '#office/posting.ts';
import { retire, sweepLetters, takeUp } from '#office/mail/sending.ts';
import { sendDue, startMailing } from '#server/jobs/mailing.ts';
import type { Patience } from '#server/mailing/deliver.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { invited } from '../office/person-ground.ts';
import { mailServer, opened } from './mail-server.ts';

process.env.AUTH_SECRET = 'a secret of the specs that is long enough';
process.env.PUBLIC_URL = 'https://povelja.example';

const quick: Patience = { connect: 400, greeting: 400, answer: 400, whole: 2_000 };
const open = new AbortController().signal;

describe('letters are handed over', () => {
  useEmptyDatabase();
  let ana: Awaited<ReturnType<typeof invited>>;
  before(async () => { ana = await invited('editor', { writtenForm: ['sr-Latn'], email: ['ana@primer.rs'] }); });
  beforeEach(() => aside((db) => db.delete(outbox)));

  const lay = async (letter: Partial<Letter> = {}) => (await aside((db) => post(db, { kind: 'trial', to: { personId: ana.id }, ...letter })))!;
  const row = async (id: string) => (await reader().select().from(outbox).where(eq(outbox.id, id)))[0]!;
  const again = (id: string) => aside((db) => db.update(outbox).set({ nextAt: sql`now()` as never }).where(eq(outbox.id, id)));

  test('plain text in the reader’s written form, to one recipient, with the link; after it went the outbox holds the secret no more', async () => {
    const server = await mailServer();
    const id = await lay({ kind: 'invitation', recordId: ana.id, link: { id: secretHash(ana.secret), secret: ana.secret } });
    assert.deepEqual(await sendDue(server.mail, open, quick), { sent: 1, fault: null });
    const [letter] = server.came;
    const { head, subject, body } = opened(letter!.text);
    assert.deepEqual([letter?.from, letter?.to], ['povelja@povelja.example', ['ana@primer.rs']]);
    assert.equal(subject, 'Poziv u Povelju');
    assert.match(body, new RegExp(`https://povelja.example/sr-Latn/sign-in/link/${ana.secret}\n`));
    assert.doesNotMatch(body, /[а-я]/i);
    assert.match(head, /^Content-Type: text\/plain; charset=utf-8$/im);
    assert.match(head, new RegExp(`^Message-ID: <${id}@povelja\\.example>$`, 'im'));
    assert.doesNotMatch(head, /multipart|html|X-Mailer/i);
    const after = await row(id);
    assert.deepEqual([after.sealed, after.fault, after.sentAt === null, after.begunAt], [null, null, false, null]);
    assert.deepEqual(await sendDue(server.mail, open, quick), { sent: 0, fault: null });
    assert.equal(server.came.length, 1);
    await server.close();
  });

  test('a server that is down: the letter waits, longer each time but never more than an hour, and goes with the same Message-ID', async () => {
    const server = await mailServer();
    await server.close();
    const id = await lay();
    const pauses: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      assert.equal((await sendDue(server.mail, open, quick)).fault, 'away');
      const { rows: [left] } = await reader().execute<{ s: number }>(sql`select extract(epoch from next_at - now())::int as s from outbox where id = ${id}`);
      pauses.push(Math.round(left!.s / 60));
      await again(id);
    }
    assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
    const up = await mailServer();
    assert.equal((await sendDue(up.mail, open, quick)).sent, 1);
    assert.match(up.came[0]!.text, new RegExp(`Message-ID: <${id}@`, 'i'));
    assert.deepEqual([(await row(id)).fault, (await row(id)).tries], [null, 10]);
    await up.close();
  });

  test('a refusal for now is tried again, one for good is not, and neither keeps the server’s words', async () => {
    const say = (code: number) => mailServer({ onRcptTo: (_to, _session, done) => done(Object.assign(new Error('5.1.1 <ana@primer.rs> nobody here'), { responseCode: code })) });
    const [later, never] = [await say(451), await say(550)];
    const [one, other] = [await lay(), await lay({ occasion: '2' })];
    await aside((db) => db.update(outbox).set({ nextAt: sql`now() + interval '1 hour'` as never }).where(eq(outbox.id, other)));
    assert.deepEqual(await sendDue(later.mail, open, quick), { sent: 0, fault: 'later', reply: 451 });
    const waits = await row(one);
    assert.deepEqual([waits.endedAt, waits.fault, waits.reply, waits.begunAt, waits.unclear], [null, 'later', 451, null, 0]);
    await again(other);
    assert.equal((await sendDue(never.mail, open, quick)).fault, 'refused');
    const over = await row(other);
    assert.deepEqual([over.endedAt === null, over.fault, over.reply], [false, 'refused', 550]);
    assert.doesNotMatch(JSON.stringify([waits, over]), /nobody here|ana@primer/);
    assert.equal((await sendDue(never.mail, open, quick)).sent, 0);
    assert.equal(later.came.length + never.came.length, 0);
    await Promise.all([later.close(), never.close()]);
  });

  test('a wrong password, or an address that it does not let us write from, costs no letter: all wait', async () => {
    const locked = await mailServer({ authOptional: false, onAuth: (_auth, _session, done) => done(new Error('no')), allowInsecureAuth: true }, { login: { user: 'ana', pass: 'x' } });
    const strange = await mailServer({ onMailFrom: (_from, _session, done) => done(Object.assign(new Error('not you'), { responseCode: 550 })) });
    const ids = [await lay(), await lay({ occasion: '2' })];
    for (const server of [locked, strange]) {
      assert.equal((await sendDue(server.mail, open, quick)).fault, 'login');
      assert.equal(server.lines(), 1, 'the second letter does not knock at the same door');
      for (const id of ids) await again(id);
    }
    for (const id of ids) assert.equal((await row(id)).endedAt, null);
    await Promise.all([locked.close(), strange.close()]);
  });

  test('one that hangs is left: before the letter was given it simply waits', async () => {
    const mute = await mailServer({ onConnect: () => {} });
    const slow = await mailServer({ onRcptTo: () => {} });
    for (const server of [mute, slow]) {
      const id = await lay({ occasion: String(server.mail.port) });
      const began = Date.now();
      assert.equal((await sendDue(server.mail, open, quick)).fault, 'silent');
      assert.ok(Date.now() - began < 1_500);
      assert.deepEqual([(await row(id)).unclear, (await row(id)).endedAt], [0, null]);
      await server.close();
    }
  });

  test('one that hangs up after the last byte: the letter goes once more, the same, and then waits for somebody to look', async () => {
    const server = await mailServer({ atEnd: (cut) => cut() });
    const id = await lay();
    assert.equal((await sendDue(server.mail, open, quick)).fault, 'unclear');
    assert.equal((await row(id)).endedAt, null);
    await again(id);
    assert.equal((await sendDue(server.mail, open, quick)).fault, 'unclear');
    const over = await row(id);
    assert.deepEqual([over.endedAt === null, over.fault, over.unclear], [false, 'unclear', 2]);
    await again(id);
    assert.equal((await sendDue(server.mail, open, quick)).fault, null);
    assert.equal(server.came.length, 2, 'at most one repeat');
    assert.equal(new Set(server.came.map(({ text }) => /Message-ID: (.*)/i.exec(text)?.[1])).size, 1);
    await server.close();
  });

  test('nothing is said to a server of another machine that cannot be trusted', async () => {
    const self = await mailServer({ disabledCommands: [] }, { tls: 'starttls', login: { user: 'ana', pass: 'x' } });
    const plain = await mailServer({}, { tls: 'starttls', login: { user: 'ana', pass: 'x' } });
    const wrong = await mailServer({ secure: true }, { tls: 'at once' });
    for (const server of [self, plain, wrong]) {
      const id = await lay({ occasion: String(server.mail.port) });
      assert.equal((await sendDue(server.mail, open, quick)).fault, 'unsafe');
      assert.equal((await row(id)).endedAt, null);
      assert.equal(server.came.length, 0);
      await server.close();
    }
  });

  test('two instances take one letter once, and one that died holding it gives it back with its lease', async () => {
    const ids = new Set([await lay(), await lay({ occasion: '2' }), await lay({ occasion: '3' })]);
    const taken = await Promise.all([takeUp(), takeUp(), takeUp(), takeUp()]);
    assert.deepEqual(new Set(taken.flatMap((one) => (one && one !== 'over' ? [one.id] : []))), ids);
    assert.equal(await takeUp(), null);
    const [id] = ids;
    await aside((db) => db.update(outbox).set({ nextAt: sql`now() - interval '1 second'` as never }).where(eq(outbox.id, id!)));
    const back = await takeUp();
    assert.equal(back && back !== 'over' && back.id, id);
    assert.equal((await row(id!)).unclear, 0, 'it had not begun to hand it over');
  });

  test('a link that was used, closed or ran out takes its letter along; so does a time that is over', async () => {
    const server = await mailServer();
    const other = await invited('editor');
    const id = await lay({ kind: 'invitation', recordId: other.id, to: { personId: other.id }, link: { id: secretHash(other.secret), secret: other.secret } });
    await aside((db) => db.update(oneTimeLink).set({ usedAt: sql`now()` as never }).where(eq(oneTimeLink.personId, other.id)));
    assert.equal((await sendDue(server.mail, open, quick)).sent, 0);
    assert.deepEqual([(await row(id)).fault, (await row(id)).sealed, (await row(id)).endedAt === null], ['linkDead', null, false]);
    const late = await lay();
    await aside((db) => db.update(outbox).set({ lapsesAt: sql`now() - interval '1 second'` as never }).where(eq(outbox.id, late)));
    assert.equal(await retire(), 1);
    assert.equal((await row(late)).fault, 'lapsed');
    assert.equal(server.came.length, 0);
    await aside((db) => db.update(outbox).set({ endedAt: sql`now() - interval '91 days'` as never }).where(eq(outbox.id, late)));
    assert.equal(await sweepLetters(), 1);
    await server.close();
  });

  test('whoever has no address any more gets none, and is no reason to stop', async () => {
    const server = await mailServer();
    const nobody = await lay({ to: { personId: (await invited('editor', { email: ['nova@primer.rs'] })).id } });
    const { id } = await invited('editor');
    const known = await lay({ to: { personId: id } });
    await aside((db) => db.update(outbox).set({ address: 'two@primer.rs,three@primer.rs' }).where(eq(outbox.id, nobody)));
    assert.equal((await sendDue(server.mail, open, quick)).sent, 1);
    assert.equal((await row(nobody)).fault, 'noAddress');
    assert.notEqual((await row(known)).sentAt, null);
    await server.close();
  });

  test('the job says each fault in one line without names, leaves a server that is down in peace, and without one sends nothing', async () => {
    const server = await mailServer();
    await server.close();
    const id = await lay();
    const said: string[] = [];
    const job = startMailing({ mail: server.mail, log: (line) => void said.push(line), pause: 10, rest: 60_000, patience: quick });
    await wait(400);
    await again(id);
    await wait(200);
    await job.close();
    assert.deepEqual(said, ['A letter could not be sent: the mail server cannot be reached; it waits.']);
    const none = startMailing({ mail: undefined, log: (line) => void said.push(line), pause: 10 });
    await wait(100);
    await none.close();
    assert.equal((await row(id)).tries, 1);
    assert.equal(said.length, 1);
  });

  test('a clock that is put back a day holds up no letter: a server that is down is left in peace for as long as was said', async () => {
    const server = await mailServer();
    await server.close();
    const id = await lay();
    const { now } = Date;
    const job = startMailing({ mail: server.mail, log: () => {}, pause: 10, rest: 300, patience: quick });
    try {
      // Until the first try is settled, which says when the next one is: asked for before, it would be put off again.
      for (let looks = 0; (await row(id)).fault === null && looks < 200; looks += 1) await wait(20);
      Date.now = () => now() - 86_400_000;
      await again(id);
      for (let looks = 0; (await row(id)).tries === 1 && looks < 200; looks += 1) await wait(20);
      assert.ok((await row(id)).tries > 1);
    } finally {
      Date.now = now;
      await job.close();
    }
  });
});

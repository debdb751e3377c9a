import assert from 'node:assert/strict';
import { afterEach, describe, mock, test } from 'node:test';
import { Client } from 'pg';
import { decipher } from '#office/enciphered.ts';
import { askForReset } from '#office/person/forgotten.ts';
import { openLink, setPasswordByLink } from '#office/person/link.ts';
import { cancelLink, makeReset, renewLink } from '#office/person/linking.ts';
import { personById } from '#office/person/read.ts';
import { secretHash } from '#office/person/secret.ts';
import { staffBySecret } from '#office/person/session.ts';
import * as people from '#office/person/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, ledger, refusedWith } from '../verbs.ts';
import { asAdmin, details, employ, enter, invitation, invited, ownersHand, password, secretOf, today } from './person-ground.ts';

process.env.AUTH_SECRET = 'a secret of the specs that is long enough';
process.env.PUBLIC_URL = 'https://povelja.example';
const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());
const original = Client.prototype.query;
const second = 'лозинка после заборава 5';
const mail = () => { process.env.MAIL_FROM = 'povelja@povelja.example'; };
afterEach(() => { delete process.env.MAIL_FROM; });

describe('a link for another password', () => {
  test('is made by an admin, shown once, lasts a day, and ends the sessions when it is used', async () => {
    const [admin, editor] = [await employ('admin'), await employ('editor')];
    const session = await secretOf(editor.email);
    const [older, link] = [await makeReset(asAdmin(admin), { id: editor.id }), await makeReset(asAdmin(admin), { id: editor.id })];
    assert.ok(older.done && older.value.secret && link.done && link.value.secret);
    assert.equal(await openLink(older.value.secret), null, 'a new link leaves the older one open');
    assert.deepEqual(await openLink(link.value.secret), { purpose: 'reset', personId: editor.id });
    const [{ hours } = {}] = await byHand("select extract(epoch from expires_at - issued_at) / 3600 as hours from one_time_link where id = $1", [secretHash(link.value.secret)]);
    assert.equal(Number(hours), 24);
    assert.ok(await staffBySecret(session, today), 'a link alone ends a session');
    accepted(await setPasswordByLink(link.value.secret, second));
    assert.equal(await staffBySecret(session, today), null);
    assert.equal((await enter(editor.email, password)).done, false);
    assert.ok((await enter(editor.email, second)).done);
  });

  test('is not for who never came in, nor an invitation for who did, and nothing for who is out', async () => {
    const [admin, editor, newcomer] = [await employ('admin'), await employ('editor'), await invited('editor')];
    const viewer = asAdmin(admin);
    await refusedWith(() => makeReset(viewer, { id: newcomer.id }), 422, [':notComeIn']);
    await refusedWith(() => renewLink(viewer, { id: editor.id }), 422, [':cameIn']);
    accepted(await people.deactivate(viewer, { id: editor.id, today }));
    await refusedWith(() => makeReset(viewer, { id: editor.id }), 422, [':isDeactivated']);
  });

  test('says how it fares: waiting, opened, late, closed; and is cancelled', async () => {
    const [admin, newcomer] = [await employ('admin'), await invited('editor')];
    const viewer = asAdmin(admin);
    const state = async () => (await personById(viewer, newcomer.id))?.link?.state;
    assert.equal(await state(), 'waiting');
    await openLink(newcomer.secret);
    assert.equal(await state(), 'opened');
    accepted(await cancelLink(viewer, { id: newcomer.id }));
    assert.equal(await state(), 'closed');
    await refusedWith(() => setPasswordByLink(newcomer.secret, second), 422, [':linkUsed']);
    await refusedWith(() => cancelLink(viewer, { id: newcomer.id }), 422, [':noOpenLink']);
    assert.ok((await renewLink(viewer, { id: newcomer.id })).done);
    assert.equal(await state(), 'waiting');
    await byHand("update one_time_link set expires_at = now() - interval '1 second' where person_id = $1 and used_at is null", [newcomer.id]);
    assert.equal(await state(), 'late');
  });
});

describe('where letters go out', () => {
  test('an invitation and a reset go by letter, and nobody is shown their secret', async () => {
    mail();
    const outcome = await people.invite(systemViewer, { entry: invitation({}) });
    assert.ok(outcome.done);
    assert.equal(outcome.value.secret, null);
    const [letter] = await byHand("select id, sealed from outbox where kind = 'invitation' and person_id = $1", [outcome.value.id]);
    const secret = decipher(String(letter?.sealed), String(letter?.id));
    assert.ok(secret && await openLink(secret));
    accepted(await setPasswordByLink(secret, password));
    accepted(await people.deactivate(systemViewer, { id: outcome.value.id, today }));
  });

  test('a cancelled link does not go any more', async () => {
    mail();
    const admin = await employAdmin();
    const outcome = await people.invite(systemViewer, { entry: invitation({}) });
    assert.ok(outcome.done);
    accepted(await cancelLink(asAdmin(admin), { id: outcome.value.id }));
    assert.deepEqual(await byHand("select sealed, fault from outbox where kind = 'invitation' and person_id = $1", [outcome.value.id]), [{ sealed: null, fault: 'linkDead' }]);
  });

  async function employAdmin() {
    delete process.env.MAIL_FROM;
    const admin = await employ('admin');
    mail();
    return admin;
  }
});

describe('a forgotten password', () => {
  const ask = (email: string, address = '198.18.0.1') => askForReset({ email, address, today });
  const letters = async (personId: string) => Number((await byHand("select count(*)::int as n from outbox where kind = 'reset' and person_id = $1", [personId]))[0]?.n);
  const links = async () => Number((await byHand("select count(*)::int as n from one_time_link where purpose = 'reset'"))[0]?.n);

  test('is answered alike and with the same work for known, unknown, gone and ended people; only who may sign in gets a letter', async () => {
    const [known, gone, ended, newcomer] = [await employ('editor'), await employ('editor'), await employ('editor'), await invited('editor')];
    accepted(await people.deactivate(systemViewer, { id: gone.id, today }));
    accepted(await people.revise(systemViewer, { id: ended.id, today, entry: details(ended, { expiresOn: ['2026-11-20'] }) }));
    mail();
    const [before, made] = [await ledger(), await links()];
    const answers = [];
    for (const email of [known.email.toUpperCase(), 'niko@primer.rs', gone.email, ended.email, newcomer.email]) answers.push(await ask(email));
    assert.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))), new Set([JSON.stringify({ done: true, value: null })]));
    assert.equal(await links(), made + 5, 'a link is made for nobody too');
    assert.deepEqual(await Promise.all([known, gone, ended, newcomer].map(({ id }) => letters(id))), [1, 0, 0, 0]);
    assert.deepEqual(await ledger(), before, 'asking is no change of the register');
    const [letter] = await byHand("select id, sealed from outbox where kind = 'reset' and person_id = $1", [known.id]);
    accepted(await setPasswordByLink(decipher(String(letter?.sealed), String(letter?.id)) ?? '', second));
    assert.ok((await enter(known.email, second)).done);
  });

  // What is asked of the database decides how long an answer takes; `npm run trials -- timing` measures it.
  test('asks the database the same questions for everybody, and leaves nothing of a letter to nobody', async () => {
    const [known, gone, newcomer] = [await employ('editor'), await employ('editor'), await invited('editor')];
    accepted(await people.deactivate(systemViewer, { id: gone.id, today }));
    mail();
    const [{ n: before } = {}] = await byHand('select count(*)::int as n from outbox');
    const asked: string[][] = [];
    const listened = mock.method(Client.prototype, 'query', function query(this: Client, ...args: unknown[]) {
      const [question] = args as [string | { text: string }];
      asked.at(-1)?.push(typeof question === 'string' ? question : question.text);
      return (original as (...all: unknown[]) => unknown).apply(this, args);
    });
    for (const [number, email] of [known.email, 'niko-takav@primer.rs', gone.email, newcomer.email].entries()) {
      asked.push([]);
      await ask(email, `198.18.4.${number}`);
    }
    listened.mock.restore();
    assert.ok(asked[0]!.some((question) => question.startsWith('insert into "outbox"')));
    for (const others of asked.slice(1)) assert.deepEqual(others, asked[0]);
    const [{ n: after } = {}] = await byHand('select count(*)::int as n from outbox');
    assert.equal(Number(after), Number(before) + 1);
    assert.equal(await letters(known.id), 1);
  });

  test('is limited per account and per network', async () => {
    const known = await employ('editor');
    mail();
    for (let asked = 1; asked <= 5; asked += 1) assert.ok((await ask(known.email, `198.18.1.${asked}`)).done);
    for (const email of [known.email, known.email.toUpperCase()]) {
      const refusal = await ask(email, '198.18.1.99');
      assert.deepEqual(refusal.done ? [] : refusal.issues.map(({ rule }) => rule), ['tooManyAttempts']);
    }
    assert.equal(await letters(known.id), 5);
    for (let asked = 1; asked <= 25; asked += 1) await ask(`niko${asked}@primer.rs`, '198.18.2.1');
    assert.equal((await ask('niko26@primer.rs', '198.18.2.1')).done, false);
    assert.ok((await enter(known.email)).done, 'asking for a reset slows signing in');
  });

  test('is refused where no letters go out', async () => {
    const known = await employ('editor');
    const made = await links();
    await refusedWith(() => ask(known.email, '198.18.3.1'), 422, [':noMail']);
    assert.deepEqual([await links(), await letters(known.id)], [made, 0]);
  });
});

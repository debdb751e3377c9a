import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ownEmailEntry, ownEntry, ownPasswordEntry } from '#office/person/entry.ts';
import { endAll, endOthers, endOwnSession, sessionsOf } from '#office/person/own-session.ts';
import { changeOwnEmail, changeOwnPassword, ownRecord, reviseOwn } from '#office/person/own.ts';
import { makeReset } from '#office/person/linking.ts';
import { openLink } from '#office/person/link.ts';
import { staffBySecret } from '#office/person/session.ts';
import { visitor, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, ledger, parsed, refusedWith } from '../verbs.ts';
import { asAdmin, employ, enter, ownersHand, password, secretOf, today, type Known } from './person-ground.ts';

const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());
const from = { address: '192.0.2.77' };
const next = 'једна сасвим друга лозинка';

async function signedIn(who: Known): Promise<Staff> {
  const viewer = await staffBySecret(await secretOf(who.email), today);
  assert.ok(viewer);
  return viewer;
}

function passwords(oldPassword: string, newPassword: string) {
  return parsed(ownPasswordEntry, { oldPassword: [oldPassword], newPassword: [newPassword] });
}

describe('one’s own profile', () => {
  test('name and written form are changed under one’s own name in the history', async () => {
    const editor = await employ('editor');
    const viewer = await signedIn(editor);
    accepted(await reviseOwn(viewer, { entry: parsed(ownEntry, { name: ['Радојка Нова'], writtenForm: ['en'] }) }));
    const held = await ownRecord(viewer);
    assert.deepEqual([held?.name, held?.email, held?.writtenForm], ['Радојка Нова', editor.email, 'en']);
    const [last] = await byHand('select action, actor_id, record_id from change order by seq desc limit 1');
    assert.deepEqual(last, { action: 'person.reviseOwn', actor_id: editor.id, record_id: editor.id });
  });

  test('is nobody’s who is not signed in, and an older page does not win over a newer one', async () => {
    const viewer = await signedIn(await employ('editor'));
    const entry = parsed(ownEntry, { name: ['Неко'], writtenForm: ['en'] });
    await refusedWith(() => reviseOwn(visitor, { entry }), 403, [':notAllowed']);
    const version = (await ownRecord(viewer))?.version;
    accepted(await reviseOwn(viewer, { entry, version }));
    await refusedWith(() => reviseOwn(viewer, { entry, version }), 409, [':stale']);
  });

  test('another address needs the password and must be nobody else’s; the old one is told of it', async () => {
    const [editor, other] = [await employ('editor'), await employ('editor')];
    const viewer = await signedIn(editor);
    const to = (email: string, typed: string) => changeOwnEmail(viewer, { entry: parsed(ownEmailEntry, { email: [email], password: [typed] }), from });
    await refusedWith(() => to('nova@primer.rs', 'погрешна лозинка 1'), 422, ['password:wrongPassword']);
    await refusedWith(() => to(other.email.toUpperCase(), password), 422, ['email:taken']);
    accepted(await to('nova@primer.rs', password));
    assert.equal((await enter(editor.email)).done, false);
    assert.ok((await enter('nova@primer.rs')).done);
    const letters = await byHand("select address from outbox where kind = 'addressChanged' and person_id = $1", [editor.id]);
    assert.deepEqual(letters, [{ address: editor.email }]);
  });

  test('whoever sits down at an open desk may not guess the password at will', async () => {
    const viewer = await signedIn(await employ('editor'));
    const guess = (typed: string) => changeOwnPassword(viewer, { entry: passwords(typed, next), from: { address: '192.0.2.78' } });
    for (let failure = 1; failure <= 5; failure += 1) await refusedWith(() => guess('погрешна'), 422, ['oldPassword:wrongPassword']);
    await refusedWith(() => guess(password), 422, ['oldPassword:tooManyAttempts']);
  });
});

describe('one’s own password', () => {
  test('is changed by the one that held, and every other session ends with it while this one stays', async () => {
    const editor = await employ('editor');
    const [here, elsewhere] = [await secretOf(editor.email), await secretOf(editor.email)];
    const viewer = await staffBySecret(here, today);
    assert.ok(viewer);
    const change = (typed: string, chosen: string) => changeOwnPassword(viewer, { entry: passwords(typed, chosen), from });
    await refusedWith(() => change('погрешна лозинка 2', next), 422, ['oldPassword:wrongPassword']);
    await refusedWith(() => change(password, password), 422, ['newPassword:samePassword']);
    assert.ok(await staffBySecret(elsewhere, today), 'a refusal ended a session');
    accepted(await change(password, next));
    assert.ok(await staffBySecret(here, today));
    assert.equal(await staffBySecret(elsewhere, today), null);
    assert.equal((await enter(editor.email, password)).done, false);
    assert.ok((await enter(editor.email, next)).done);
  });

  test('closes a link that lies open in some letter', async () => {
    const [editor, admin] = [await employ('editor'), await employ('admin')];
    const made = await makeReset(asAdmin(admin), { id: editor.id });
    assert.ok(made.done && made.value.secret);
    accepted(await changeOwnPassword(await signedIn(editor), { entry: passwords(password, next), from }));
    assert.equal(await openLink(made.value.secret), null);
  });

  test('of two changes at once both cannot leave the other’s session', async () => {
    const editor = await employ('editor');
    const secrets = [await secretOf(editor.email), await secretOf(editor.email)];
    const viewers = await Promise.all(secrets.map((secret) => staffBySecret(secret, today)));
    await Promise.all(viewers.map((viewer, place) => changeOwnPassword(viewer!, { entry: passwords(password, `${next} ${place}`), from })));
    const left = (await Promise.all(secrets.map((secret) => staffBySecret(secret, today)))).filter(Boolean);
    assert.ok(left.length <= 1);
  });
});

describe('one’s own sessions', () => {
  test('are listed with what is known of them, this one marked; ended and stale ones are not', async () => {
    const editor = await employ('editor');
    const viewer = await signedIn(editor);
    const other = await signedIn(editor);
    const old = await signedIn(editor);
    await byHand("update session set agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', address = '203.0.113.5' where id = $1", [other.sessionHash]);
    await byHand("update session set seen_at = now() - interval '31 minutes' where id = $1", [old.sessionHash]);
    const listed = await sessionsOf(viewer);
    assert.deepEqual(listed.map(({ id, isThis }) => [id, isThis]), [[viewer.sessionHash, true], [other.sessionHash, false]]);
    assert.deepEqual([listed[1]?.device, listed[1]?.address], [{ browser: 'firefox', system: 'linux' }, '203.0.113.5']);
    assert.deepEqual(listed[0]?.device, { browser: null, system: null });
  });

  test('end one by one, all others, or all: each is gone at the next request, and nobody ends another’s', async () => {
    const [editor, stranger] = [await employ('editor'), await employ('editor')];
    const secrets = [await secretOf(editor.email), await secretOf(editor.email), await secretOf(editor.email)];
    const [viewer, second] = await Promise.all(secrets.map((secret) => staffBySecret(secret, today)));
    const foreign = await signedIn(stranger);
    const before = await ledger();
    assert.deepEqual(await endOwnSession(foreign, viewer!.sessionHash!), { done: true, value: 0 });
    assert.ok(await staffBySecret(secrets[0]!, today));
    assert.deepEqual(await endOwnSession(viewer!, second!.sessionHash!), { done: true, value: 1 });
    const alive = async () => (await Promise.all(secrets.map((secret) => staffBySecret(secret, today)))).map(Boolean);
    assert.deepEqual(await alive(), [true, false, true]);
    assert.deepEqual(await endOthers(viewer!), { done: true, value: 1 });
    assert.deepEqual(await alive(), [true, false, false]);
    assert.deepEqual(await endAll(viewer!), { done: true, value: 1 });
    assert.deepEqual(await alive(), [false, false, false]);
    assert.equal((await endAll(visitor)).done, false);
    assert.ok(await staffBySecret((await secretOf(stranger.email)), today));
    assert.deepEqual(await ledger(), before, 'a session is no record of the office');
    const events = await byHand("select detail from security_event where kind = 'sessions_ended' and actor_id = $1 order by seq", [editor.id]);
    assert.deepEqual(events.map(({ detail }) => detail), [{ count: 1 }, { count: 1 }, { count: 1 }]);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { passwordEntry } from '#office/person/entry.ts';
import { enterFirst, hasNobody, setUp, setUpLink } from '#office/person/first.ts';
import { openLink, setPasswordByLink } from '#office/person/link.ts';
import { passphraseIssue } from '#office/person/passphrase.ts';
import { staffBySecret } from '#office/person/session.ts';
import { makeReset, renewLink } from '#office/person/linking.ts';
import * as people from '#office/person/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, faults, refusedWith } from '../verbs.ts';
import { enter, invited, ownersHand, password, secretOf, today } from './person-ground.ts';

const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());
const second = 'сасвим друга лозинка 2';

describe('the first person', () => {
  const first = { name: 'Ана', email: 'ana@primer.rs', password };

  test('enters once, also when several try at once, and has the roles of a one-person office', async () => {
    assert.equal(await hasNobody(), true);
    const [older, link] = [await setUpLink(), await setUpLink()];
    assert.equal(await openLink(older), null, 'a new link leaves the older one open');
    assert.equal((await setUp('nonsense', first)).done, false);
    const outcomes = await Promise.all([setUp(link, first), setUp(link, { ...first, email: 'b@primer.rs' }), enterFirst({ ...first, email: 'c@primer.rs' })]);
    assert.equal(outcomes.filter(({ done }) => done).length, 1);
    assert.equal(await hasNobody(), false);
    const [{ email } = {}] = await byHand("select value as email from personal where field = 'email'");
    const viewer = await staffBySecret(await secretOf(String(email)), today);
    assert.deepEqual(viewer?.grants.map(({ role }) => role).toSorted(), ['admin', 'publisher']);
    await refusedWith(() => setUp(link, first), 422, [':linkUsed']);
    await refusedWith(() => enterFirst(first), 422, [':linkUsed']);
  });
});

describe('a link', () => {
  test('sets the password once', async () => {
    const newcomer = await invited('editor');
    assert.deepEqual(await openLink(newcomer.secret), { purpose: 'invitation', personId: newcomer.id });
    assert.ok((await setPasswordByLink(newcomer.secret, password)).done);
    assert.equal(await openLink(newcomer.secret), null);
    await refusedWith(() => setPasswordByLink(newcomer.secret, second), 422, [':linkUsed']);
    assert.equal((await enter(newcomer.email, second)).done, false);
    assert.ok((await enter(newcomer.email, password)).done);
  });

  test('posted several times at once sets one password', async () => {
    const newcomer = await invited('editor');
    const typed = Array.from({ length: 6 }, (_, place) => `${password} ${place}`);
    const outcomes = await Promise.all(typed.map((one) => setPasswordByLink(newcomer.secret, one)));
    assert.equal(outcomes.filter(({ done }) => done).length, 1);
    const chosen = typed[outcomes.findIndex(({ done }) => done)]!;
    assert.ok((await enter(newcomer.email, chosen)).done);
  });

  test('is dead after seven days, after a newer one, and for whoever was deactivated', async () => {
    const [late, renewed, gone] = [await invited('editor'), await invited('editor'), await invited('editor')];
    await byHand("update one_time_link set expires_at = expires_at - interval '7 days' where person_id = $1", [late.id]);
    const fresh = await renewLink(systemViewer, { id: renewed.id });
    accepted(await people.deactivate(systemViewer, { id: gone.id, today }));
    for (const { secret } of [late, renewed, gone]) await refusedWith(() => setPasswordByLink(secret, second), 422, [':linkUsed']);
    assert.ok(fresh.done && fresh.value.secret);
    assert.ok((await setPasswordByLink(fresh.value.secret, password)).done);
  });

  test('is kept nowhere: neither it nor the password that it set', async () => {
    const newcomer = await invited('editor');
    await setPasswordByLink(newcomer.secret, password);
    for (const table of ['one_time_link', 'change', 'revision', 'credential', 'security_event', 'person', 'personal']) {
      const [{ n } = {}] = await byHand(`select count(*)::int as n from ${table} t where strpos(to_jsonb(t)::text, $1) > 0 or strpos(to_jsonb(t)::text, $2) > 0`, [newcomer.secret, password]);
      assert.equal(n, 0, table);
    }
    const [{ hash } = {}] = await byHand('select password_hash as hash from credential where person_id = $1', [newcomer.id]);
    assert.match(String(hash), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('ends the sessions that were', async () => {
    const editor = await invited('editor');
    await setPasswordByLink(editor.secret, password);
    const session = await secretOf(editor.email);
    const link = await makeReset(systemViewer, { id: editor.id });
    assert.ok(link.done && link.value.secret);
    assert.ok(await staffBySecret(session, today), 'a link alone ends a session');
    assert.ok((await setPasswordByLink(link.value.secret, second)).done);
    assert.equal(await staffBySecret(session, today), null);
  });
});

test('a password is long, at most so long, and none that everybody guesses', () => {
  const of = (newPassword: string) => faults(passwordEntry, { newPassword: [newPassword] });
  assert.deepEqual(of('једанаеслов'), ['newPassword:tooShortPassword']);
  assert.deepEqual(of('👍🌊🐎🌾🍐📜🔑🌉⛰️🚲'), ['newPassword:tooShortPassword'], 'counted by characters, not by code units');
  assert.deepEqual(of('четири коња на реци'), []);
  assert.deepEqual(of('ђ4џ'.repeat(67)), ['newPassword:tooLong']);
  for (const usual of ['Correct horse battery staple!', 'Лозинка-Лозинка 123', 'CrvenaZvezda 2026', '123456789 123456789', 'x'.repeat(200), 'l0z1nka l0z1nka', 'Nikola Jovana 1389', 'qwertzuiop asdf', 'Волим те највише на свету', 'М4рија2026Марија', 'Градска управа 18000', '20262026202620', 'Password123456']) {
    assert.deepEqual(of(usual), ['newPassword:commonPassword'], usual);
  }
  for (const fine of ['петнаест слова!', 'три јабуке на столу 7', 'duga lozinka za proveru 7', 'Zelena kruška pod mostom', 'T7#kq9!vLm2$', '9f2c71ab40de']) assert.deepEqual(of(fine), [], fine);
});

test('a password does not speak of its own person, and is shorter only with a second factor', () => {
  const jelena = { name: 'Јелена Вучковић-Марић', email: 'jelena.vuckovic@grad.example', hasSecondFactor: false };
  const of = (typed: string, about = jelena) => passphraseIssue(typed, about)?.rule;
  for (const own of ['зовем се Јелена Вучковић Марић', 'Vuckovic-Maric Jelena 77 let', 'jelena.vuckovic i more', 'Vuckovic Vuckovic 1', 'grad Jelena volim 2026']) assert.equal(of(own), 'personalPassword', own);
  assert.equal(of('четири коња на реци'), undefined);
  assert.equal(of('T7#kq9!vLm2$'), 'tooShortPassword');
  assert.equal(of('T7#kq9!vLm2$', { ...jelena, hasSecondFactor: true }), undefined);
});

test('whoever sets a password by a link is told when it speaks of him', async () => {
  const newcomer = await invited('editor', { name: ['Радојка Пироћанац'] });
  await refusedWith(() => setPasswordByLink(newcomer.secret, 'ја сам Радојка Пироћанац'), 422, ['newPassword:personalPassword']);
  await refusedWith(() => setPasswordByLink(newcomer.secret, 'T7#kq9!vLm2$'), 422, ['newPassword:tooShortPassword']);
  assert.ok((await setPasswordByLink(newcomer.secret, password)).done);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Secret } from 'otpauth';
import { completeSignIn } from '#office/person/half-sign-in.ts';
import { setPasswordByLink } from '#office/person/link.ts';
import { beginFactor, dropFactor, ownFactor, proveFactor, renewRecoveryCodes, resetFactor, waitingKey } from '#office/person/second-factor.ts';
import { holderBySecret, staffBySecret } from '#office/person/session.ts';
import { stepOf } from '#office/person/totp.ts';
import * as people from '#office/person/write.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, refusedWith } from '../verbs.ts';
import { codeAt, fullyIn, halfOf, secondStep, withFactor } from './factor-ground.ts';
import { asAdmin, employ, enter, ownersHand, secretOf, today } from './person-ground.ts';

const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());
const wrong = { done: false, status: 422, issues: [{ field: 'secondCode', rule: 'wrongCode' }] };
const gone = { done: false, status: 422, issues: [{ field: '', rule: 'halfGone' }] };

test('the codes are those of RFC 6238, one step to either side', () => {
  const key = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
  // Appendix B, the last six of eight digits.
  for (const [seconds, code] of [[59, '287082'], [1111111109, '081804'], [1234567890, '005924'], [2000000000, '279037'], [20000000000, '353130']] as const) {
    const step = Math.floor(seconds / 30);
    for (const off of [-30, 0, 30]) assert.equal(stepOf(key, code, new Date((seconds + off) * 1000)), step);
    for (const off of [-60, 60]) assert.equal(stepOf(key, code, new Date((seconds + off) * 1000)), null);
    for (const none of ['𝕏𐍈𠀀', '１２３４５６', 'абвгдђ', '', '1'.repeat(7), `${code} `]) assert.equal(stepOf(key, none, new Date(seconds * 1000)), null, none);
  }
});

describe('setting up', () => {
  test('begins once a code has proven it, stands in the ledger without the key, and ends the other sessions', async () => {
    const editor = await employ('editor');
    const [here, elsewhere] = [await secretOf(editor.email), await secretOf(editor.email)];
    const viewer = (await staffBySecret(here, today))!;
    assert.ok((await beginFactor(viewer)).done);
    const { key, address } = (await waitingKey(viewer))!;
    assert.match(address, /^otpauth:\/\/totp\/Povelja:.*secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/);
    assert.equal((await ownFactor(viewer, today)).since, null);
    assert.equal((await enter(editor.email)).done && 'in', 'in');
    await refusedWith(() => proveFactor(viewer, { code: '000000' === codeAt(key) ? '000001' : '000000' }), 422, ['secondCode:wrongCode']);
    assert.ok(await staffBySecret(elsewhere, today));
    const proven = await proveFactor(viewer, { code: codeAt(key) });
    assert.ok(proven.done && proven.value.codes);
    assert.deepEqual([proven.value.codes.length, new Set(proven.value.codes).size], [10, 10]);
    assert.ok(proven.value.codes.every((code) => /^([0-9a-z]{4}-){3}[0-9a-z]{4}$/.test(code)));
    assert.ok(await staffBySecret(here, today));
    assert.equal(await staffBySecret(elsewhere, today), null);
    assert.equal(await waitingKey(viewer), null);
    const [{ actions } = {}] = await byHand("select array_agg(action order by seq) as actions from change where record_id = $1 and action like 'person.%actor'", [editor.id]);
    assert.deepEqual(actions, ['person.setSecondFactor']);
    const [{ after } = {}] = await byHand("select after from revision where table_name = 'person' and row_id = $1 order by seq desc limit 1", [editor.id]);
    assert.ok((after as { second_factor_since: string }).second_factor_since);
    for (const table of ['change', 'revision', 'security_event', 'person', 'second_factor', 'recovery_code', 'session', 'half_sign_in']) {
      for (const secret of [key, ...proven.value.codes, ...proven.value.codes.map((code) => code.replaceAll('-', ''))]) {
        const [{ n } = {}] = await byHand(`select count(*)::int as n from ${table} t where strpos(to_jsonb(t)::text, $1) > 0`, [secret]);
        assert.equal(n, 0, table);
      }
    }
  });

  test('is one’s own and needs a fresh password; a key waits an hour', async () => {
    const editor = await employ('editor');
    const viewer = (await staffBySecret(await secretOf(editor.email), today))!;
    await refusedWith(() => beginFactor(visitor), 403, [':notAllowed']);
    await refusedWith(() => beginFactor({ ...viewer, confirmed: false }), 403, ['confirmPassword:confirmPassword']);
    assert.ok((await beginFactor(viewer)).done);
    assert.equal(await waitingKey({ ...viewer, confirmed: false }), null, 'whoever sits down at an open desk sees the key');
    const { key } = (await waitingKey(viewer))!;
    await refusedWith(() => proveFactor({ ...viewer, confirmed: false }, { code: codeAt(key) }), 403, ['confirmPassword:confirmPassword']);
    await byHand("update second_factor set pending_at = pending_at - interval '1 hour' where person_id = $1", [editor.id]);
    await refusedWith(() => proveFactor(viewer, { code: codeAt(key) }), 422, [':keyGone']);
    await refusedWith(() => renewRecoveryCodes(viewer, {}), 422, [':noSecondFactor']);
    await refusedWith(() => dropFactor(viewer, { today }), 422, [':noSecondFactor']);
  });

  test('on another phone the old one holds until the new one is proven', async () => {
    const one = await withFactor('editor');
    assert.ok((await beginFactor(one.viewer)).done);
    const fresh = (await waitingKey(one.viewer))!.key;
    assert.notEqual(fresh, one.key);
    await one.forget();
    assert.ok((await secondStep(await halfOf(one.email), codeAt(one.key))).done);
    assert.ok((await proveFactor(one.viewer, { code: codeAt(fresh) })).done);
    await one.forget();
    assert.deepEqual(await secondStep(await halfOf(one.email), codeAt(one.key)), wrong);
    assert.ok((await secondStep(await halfOf(one.email), codeAt(fresh))).done);
  });
});

describe('the second step', () => {
  test('comes after the right password, opens nothing by itself, and ends in a session of a new id', async () => {
    const one = await withFactor('editor');
    assert.deepEqual(await enter(one.email, 'погрешна лозинка 1'), { done: false, status: 422, issues: [{ field: '', rule: 'wrongCredentials' }] });
    const half = await halfOf(one.email);
    assert.equal(await staffBySecret(half, today), null);
    assert.equal(await holderBySecret(half, today), null);
    const entered = await secondStep(half, codeAt(one.key, 1));
    assert.ok(entered.done && entered.value.by === 'app');
    assert.notEqual(entered.value.secret, half);
    assert.equal((await staffBySecret(entered.value.secret, today))?.id, one.id);
    assert.deepEqual(await secondStep(half, codeAt(one.key, 1)), gone, 'a half-done sign-in is good twice');
  });

  test('accepts no step twice, and none that is older', async () => {
    const one = await withFactor('editor');
    const code = codeAt(one.key, 1);
    assert.ok((await secondStep(await halfOf(one.email), code)).done);
    for (const used of [code, codeAt(one.key), codeAt(one.key, -1)]) assert.deepEqual(await secondStep(await halfOf(one.email), used), wrong);
    const other = await withFactor('editor');
    const halves = [await halfOf(other.email), await halfOf(other.email), await halfOf(other.email)];
    await other.forget();
    const at = codeAt(other.key);
    const outcomes = await Promise.all(halves.map((half) => secondStep(half, at)));
    assert.equal(outcomes.filter(({ done }) => done).length, 1, 'one code opened several sessions');
  });

  test('takes a recovery code once, however it is typed, and posted twice at once it opens one session', async () => {
    const one = await withFactor('editor');
    const [first, second, third] = one.codes as [string, string, string];
    assert.ok((await secondStep(await halfOf(one.email), ` ${first.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `)).done);
    assert.deepEqual(await secondStep(await halfOf(one.email), first), wrong);
    const half = await halfOf(one.email);
    const both = await Promise.all([secondStep(half, second), secondStep(half, second), secondStep(half, third)]);
    assert.equal(both.filter(({ done }) => done).length, 1);
    const another = await withFactor('editor');
    assert.deepEqual(await secondStep(await halfOf(another.email), third), wrong, 'a code of somebody else opens');
    const renewed = await renewRecoveryCodes(one.viewer, {});
    assert.ok(renewed.done && renewed.value.codes);
    assert.deepEqual(await secondStep(await halfOf(one.email), one.codes[5]!), wrong, 'older codes outlive new ones');
    assert.ok((await secondStep(await halfOf(one.email), renewed.value.codes[0]!)).done);
  });

  test('is over after ten minutes, and when the password, the roles or the person change', async () => {
    const one = await withFactor('editor');
    const late = await halfOf(one.email);
    await byHand("update half_sign_in set started_at = started_at - interval '10 minutes' where id = encode(sha256($1), 'hex')", [Buffer.from(late)]);
    assert.deepEqual(await secondStep(late, one.codes[0]!), gone);
    assert.deepEqual(await secondStep('nonsense', one.codes[0]!), gone);
    const half = await halfOf(one.email);
    assert.deepEqual(await completeSignIn({ half, code: one.codes[0]!, agent: 'spec', address: '192.0.2.7', today, only: systemId }), gone);
    accepted(await people.deactivate(systemViewer, { id: one.id, today }));
    assert.deepEqual(await secondStep(half, one.codes[0]!), gone);
    accepted(await people.reactivate(systemViewer, { id: one.id }));
    assert.deepEqual(await secondStep(half, one.codes[0]!), gone, 'it came back with the person');
  });

  test('wrong codes count with wrong passwords, and the right password alone forgives none', async () => {
    const one = await withFactor('editor');
    assert.equal((await enter(one.email, 'погрешна лозинка 1')).done, false);
    for (let failure = 1; failure <= 4; failure += 1) assert.deepEqual(await secondStep(await halfOf(one.email), '000000'), wrong);
    const waiting = await enter(one.email);
    assert.deepEqual(!waiting.done && waiting.issues, [{ field: '', rule: 'tooManyAttempts', values: { minutes: 1 } }]);
    await byHand("update sign_in_attempt set at = at - interval '15 minutes' where account = encode(sha256($1), 'hex')", [Buffer.from(one.email)]);
    await fullyIn(one, 1);
    const [{ n } = {}] = await byHand("select count(*)::int as n from sign_in_attempt where account = encode(sha256($1), 'hex')", [Buffer.from(one.email)]);
    assert.equal(n, 0, 'failures outlive the sign-in');
  });

  test('no more than thirty wrong codes a day, for whoever has the password; a recovery code still opens', async () => {
    const one = await withFactor('editor');
    await byHand("insert into sign_in_attempt (account, address, kind, at) select encode(sha256($1), 'hex'), '203.0.113.77', 'code', now() - interval '20 minutes' from generate_series(1, 30)", [Buffer.from(one.email)]);
    const half = await halfOf(one.email);
    assert.deepEqual(await secondStep(half, codeAt(one.key, 1)), { done: false, status: 422, issues: [{ field: '', rule: 'tooManyCodes' }] });
    assert.ok((await secondStep(half, one.codes[0]!)).done);
  });

  test('a link for a new password does not go round it', async () => {
    const one = await withFactor('editor');
    const { admit } = await import('#office/person/sign-in.ts');
    assert.equal((await admit(one.id, { agent: 'spec', address: '192.0.2.1' })).kind, 'half');
    assert.equal((await setPasswordByLink('nonsense', 'сасвим друга лозинка 2')).done, false);
  });

  test('under another AUTH_SECRET no code fits and recovery codes do', async () => {
    const one = await withFactor('editor');
    const secret = process.env.AUTH_SECRET;
    process.env.AUTH_SECRET = 'сасвим други кључ инсталације 123456';
    try {
      assert.deepEqual(await secondStep(await halfOf(one.email), codeAt(one.key, 1)), wrong);
      assert.equal((await ownFactor(one.viewer, today)).readable, false);
      assert.ok((await secondStep(await halfOf(one.email), one.codes[0]!)).done);
    } finally {
      process.env.AUTH_SECRET = secret;
    }
    assert.equal((await ownFactor(one.viewer, today)).readable, true);
  });
});

describe('taking it away', () => {
  test('one switches off one’s own, and the password lets in again', async () => {
    const one = await withFactor('editor');
    await refusedWith(() => dropFactor({ ...one.viewer, confirmed: false }, { today }), 403, ['confirmPassword:confirmPassword']);
    const elsewhere = await fullyIn(one, 1);
    assert.ok((await dropFactor(one.viewer, { today })).done);
    assert.equal(await staffBySecret(elsewhere, today), null);
    assert.ok(await secretOf(one.email));
    const [{ n } = {}] = await byHand('select (select count(*) from second_factor where person_id = $1) + (select count(*) from recovery_code where person_id = $1) as n', [one.id]);
    assert.equal(Number(n), 0);
  });

  test('an admin resets another’s, never his own, and nobody else resets any', async () => {
    const [one, admin, publisher] = [await withFactor('editor'), await withFactor('admin'), await employ('publisher')];
    const reset = (viewer: Parameters<typeof resetFactor>[0], id: string) => () => resetFactor(viewer, { id, reason: 'изгубљен телефон' });
    await refusedWith(reset({ ...asAdmin(admin), confirmed: false }, one.id), 403, ['confirmPassword:confirmPassword']);
    await refusedWith(reset(admin.viewer, admin.id), 403, [':notAllowed']);
    await refusedWith(reset({ ...asAdmin(publisher), grants: [{ role: 'publisher', noun: null, recordId: null }] }, one.id), 404, [':notFound']);
    await refusedWith(reset(asAdmin(admin), publisher.id), 422, [':noSecondFactor']);
    const theirs = await fullyIn(one, 1);
    accepted(await resetFactor(asAdmin(admin), { id: one.id, reason: 'изгубљен телефон' }));
    assert.equal(await staffBySecret(theirs, today), null);
    assert.ok(await secretOf(one.email));
    const [{ action, actor, reason } = {}] = await byHand('select action, actor_id as actor, reason from change where record_id = $1 order by seq desc limit 1', [one.id]);
    assert.deepEqual([action, actor, reason], ['person.resetSecondFactor', admin.id, 'изгубљен телефон']);
  });
});

const systemId = '00000000-0000-4000-8000-000000000001';

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { actions, needsConfirming } from '#office/permission.ts';
import { confirm } from '#office/person/confirm.ts';
import { isHalfOpen } from '#office/person/half-sign-in.ts';
import { dropFactor } from '#office/person/second-factor.ts';
import { endSession, holderBySecret, staffBySecret } from '#office/person/session.ts';
import * as people from '#office/person/write.ts';
import { changeSetting } from '#office/setting/write.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, refusedWith } from '../verbs.ts';
import { codeAt, fullyIn, halfOf, secondStep, withFactor } from './factor-ground.ts';
import { details, employ, enter, invitation, ownersHand, password, secretOf, today } from './person-ground.ts';

const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());
const run = promisify(execFile);
const asked = ['confirmPassword:confirmPassword'];

async function signedIn(email: string): Promise<{ secret: string; viewer: () => Promise<Staff> }> {
  const secret = await secretOf(email);
  return { secret, viewer: async () => (await staffBySecret(secret, today))! };
}

const laterBy = (secret: string, how: string) => byHand("update session set confirmed_at = confirmed_at - $1::interval, started_at = started_at - $1::interval where id = encode(sha256($2), 'hex')", [how, Buffer.from(secret)]);

describe('acts on people and settings', () => {
  test('every one of them asks for the password, but those that ask by themselves', () => {
    const free = actions.filter((action) => /^(person|setting)\./.test(action) && !needsConfirming(action));
    assert.deepEqual(free.toSorted(), ['person.chooseLetters', 'person.reviseOwn', 'person.setPassword']);
    assert.ok(actions.some(needsConfirming));
    assert.ok(!actions.some((action) => !/^(person|setting)\./.test(action) && needsConfirming(action)));
  });

  test('a fresh sign-in counts for ten minutes by the database’s clock; then the gate refuses until the password is given', async () => {
    const [admin, colleague] = [await employ('admin'), await employ('editor')];
    const { secret, viewer } = await signedIn(admin.email);
    accepted(await people.revise(await viewer(), { id: colleague.id, today, entry: details(colleague) }));
    await laterBy(secret, '10 minutes');
    const tired = await viewer();
    assert.equal(tired.confirmed, false);
    await refusedWith(() => people.revise(tired, { id: colleague.id, today, entry: details(colleague) }), 403, asked);
    await refusedWith(() => people.invite(tired, { entry: invitation({}) }), 403, asked);
    await refusedWith(() => people.deactivate(tired, { id: colleague.id, today }), 403, asked);
    await refusedWith(() => changeSetting(tired, { entry: { key: 'four_eyes', value: true, reason: 'проба' } }), 403, asked);
    const wrong = await confirm(tired, { typed: 'погрешна лозинка 1', address: '192.0.2.9' });
    assert.deepEqual(wrong, { done: false, status: 422, issues: [{ field: 'confirmPassword', rule: 'wrongConfirmation' }] });
    assert.equal((await viewer()).confirmed, false);
    const right = await confirm(tired, { typed: password, address: '192.0.2.9' });
    assert.ok(right.done && right.value.confirmed);
    accepted(await people.deactivate(await viewer(), { id: colleague.id, today }));
    await laterBy(secret, '10 minutes');
    assert.equal((await viewer()).confirmed, false);
    const { viewer: elsewhere } = await signedIn(admin.email);
    assert.equal((await elsewhere()).confirmed, true);
    assert.equal((await viewer()).confirmed, false, 'another session confirms this one');
  });

  test('who may not is not asked for a password, and learns nothing', async () => {
    const [editor, admin] = [await employ('editor'), await employ('admin')];
    const { secret, viewer } = await signedIn(editor.email);
    await laterBy(secret, '10 minutes');
    await refusedWith(async () => people.deactivate(await viewer(), { id: admin.id, today }), 404, [':notFound']);
    await refusedWith(async () => changeSetting(await viewer(), { entry: { key: 'four_eyes', value: true, reason: 'проба' } }), 403, [':notAllowed']);
  });

  test('wrong confirmations count with wrong sign-ins', async () => {
    const admin = await employ('admin');
    const { viewer } = await signedIn(admin.email);
    const who = await viewer();
    for (let failure = 1; failure <= 5; failure += 1) await confirm(who, { typed: 'погрешна лозинка 1', address: `192.0.3.${failure}` });
    assert.deepEqual(await confirm(who, { typed: password, address: '192.0.3.9' }), { done: false, status: 422, issues: [{ field: 'confirmPassword', rule: 'tooManyAttempts', values: { minutes: 1 } }] });
    const door = await enter(admin.email);
    assert.equal(!door.done && door.issues[0]?.rule, 'tooManyAttempts');
  });

  test('a code of the app will do, once; a recovery code is not spent on it', async () => {
    const admin = await withFactor('admin');
    const used = codeAt(admin.key, 1); // half a minute later it would be another one
    const secret = await fullyIn(admin, 1);
    await laterBy(secret, '10 minutes');
    const viewer = (await staffBySecret(secret, today))!;
    for (const typed of [used, admin.codes[0]!]) assert.equal((await confirm(viewer, { typed, address: '192.0.2.10' })).done, false);
    await admin.forget();
    assert.ok((await confirm(viewer, { typed: codeAt(admin.key), address: '192.0.2.10' })).done);
    assert.equal((await staffBySecret(secret, today))?.confirmed, true);
    assert.ok((await secondStep(await halfOf(admin.email), admin.codes[0]!)).done);
  });
});

describe('a second factor that a role requires', () => {
  const require = async (key: 'second_factor_admin' | 'second_factor_publisher', value: boolean) => {
    accepted(await changeSetting(systemViewer, { entry: { key, value, reason: 'проба' } }));
  };

  test('is switched on only by an admin who has one', async () => {
    const [bare, holding] = [await employ('admin'), await withFactor('admin')];
    const { viewer } = await signedIn(bare.email);
    for (const key of ['second_factor_admin', 'second_factor_publisher']) {
      await refusedWith(async () => changeSetting(await viewer(), { entry: { key, value: true, reason: 'проба' } }), 422, ['value:ownFactorFirst']);
    }
    accepted(await changeSetting(holding.viewer, { entry: { key: 'second_factor_publisher', value: true, reason: 'проба' } }));
    accepted(await changeSetting(await viewer(), { version: 1, entry: { key: 'second_factor_publisher', value: false, reason: 'проба' } }));
  });

  test('leaves whoever has none signed in and yet nobody, at the next request, until he has set it up', async () => {
    const [publisher, editor, scoped] = [await employ('publisher'), await employ('editor'), await employ('publisher', { noun: ['project'] })];
    const secrets = { publisher: await secretOf(publisher.email), editor: await secretOf(editor.email), scoped: await secretOf(scoped.email) };
    await require('second_factor_publisher', true);
    for (const secret of [secrets.publisher, secrets.scoped, await secretOf(publisher.email)]) {
      assert.equal(await staffBySecret(secret, today), null);
      assert.equal((await holderBySecret(secret, today))?.mustSetUp, true);
    }
    assert.ok(await staffBySecret(secrets.editor, today));
    const { beginFactor, proveFactor, waitingKey } = await import('#office/person/second-factor.ts');
    const { staff } = (await holderBySecret(secrets.publisher, today))!;
    assert.ok((await beginFactor(staff)).done);
    assert.equal(await staffBySecret(secrets.publisher, today), null, 'a key that is not proven is enough');
    assert.ok((await proveFactor(staff, { code: codeAt((await waitingKey(staff))!.key) })).done);
    assert.equal((await staffBySecret(secrets.publisher, today))?.id, publisher.id);
    await refusedWith(async () => dropFactor((await staffBySecret(secrets.publisher, today))!, { today }), 422, [':secondFactorRequired']);
    await require('second_factor_publisher', false);
    assert.ok(await staffBySecret(secrets.scoped, today));
    assert.ok((await dropFactor((await staffBySecret(secrets.publisher, today))!, { today })).done);
  });
});

describe('limits and sessions', () => {
  const elsewhere = async (...words: string[]) => {
    const { stdout } = await run(process.execPath, ['tests/office/sign-in-elsewhere.ts', database.url(), ...words], { env: process.env });
    return JSON.parse(stdout) as string[];
  };

  test('hold across instances and restarts, for passwords and for codes', async () => {
    const one = await withFactor('editor');
    const half = await halfOf(one.email);
    assert.deepEqual(await elsewhere('password', one.email, 'погрешна лозинка 1', '3'), ['wrongCredentials', 'wrongCredentials', 'wrongCredentials']);
    assert.equal((await secondStep(half, '000000')).done, false);
    assert.deepEqual(await elsewhere('code', half, '000000', '3'), ['wrongCode', 'tooManyAttempts', 'tooManyAttempts']);
    const here = await enter(one.email);
    assert.equal(!here.done && here.issues[0]?.rule, 'tooManyAttempts');
    await byHand('update sign_in_attempt set at = at - interval \'15 minutes\'');
    assert.deepEqual(await elsewhere('code', half, one.codes[0]!), ['in']);
    assert.equal(await isHalfOpen(half, today), false);
  });

  test('a session that was ended here is gone at the next request elsewhere, and so is a half-done sign-in', async () => {
    const one = await withFactor('editor');
    const [secret, half] = [await fullyIn(one, 1), await halfOf(one.email)];
    await endSession(secret);
    assert.equal(await holderBySecret(secret, today), null);
    accepted(await people.deactivate(systemViewer, { id: one.id, today }));
    assert.deepEqual(await elsewhere('code', half, one.codes[0]!), ['halfGone']);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setPasswordByLink } from '#office/person/link.ts';
import { changeOwnPassword } from '#office/person/own.ts';
import { dropFactor, resetFactor } from '#office/person/second-factor.ts';
import { staffBySecret } from '#office/person/session.ts';
import { signIn } from '#office/person/sign-in.ts';
import { systemViewer } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, refusedWith } from '../verbs.ts';
import { withFactor, type Holding } from './factor-ground.ts';
import { enter, ownersHand, password, today } from './person-ground.ts';

const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());

describe('a password that was long enough beside a second factor', () => {
  const short = 'дванаест 12 з';
  const long = 'сасвим друга лозинка 2';
  const shortened = async (one: Holding) => accepted(await changeOwnPassword(one.viewer, { entry: { oldPassword: password, newPassword: short }, from: { address: '192.0.2.120' } }));
  const standing = async (id: string) => (await byHand('select (select count(*)::int from session where person_id = $1 and ended_at is null) as sessions, (select count(*)::int from one_time_link where person_id = $1 and used_at is null) as links', [id]))[0];

  test('opens no session by itself once the factor is gone, whoever took it: first a longer one is set, by a link that is good once', async () => {
    for (const take of [
      async (one: Holding) => accepted(await dropFactor(one.viewer, { today })),
      async (one: Holding) => accepted(await resetFactor(systemViewer, { id: one.id })),
    ]) {
      const one = await withFactor('editor');
      await shortened(one);
      const half = await enter(one.email, short);
      assert.ok(half.done && half.value.kind === 'half', 'beside the factor it will do');
      await take(one);
      const before = await standing(one.id);
      const wrongly = await enter(one.email, `${short}!`);
      assert.deepEqual(!wrongly.done && wrongly.issues, [{ field: '', rule: 'wrongCredentials' }]);
      const entrance = await enter(one.email, short);
      assert.ok(entrance.done && entrance.value.kind === 'short', JSON.stringify(entrance));
      const { secret } = entrance.value;
      assert.deepEqual(await standing(one.id), { sessions: before?.sessions, links: 1 });
      assert.equal(await staffBySecret(secret, today), null);
      await refusedWith(() => setPasswordByLink(secret, 'тринаест 13 з'), 422, ['newPassword:tooShortPassword']);
      accepted(await setPasswordByLink(secret, long));
      assert.equal((await setPasswordByLink(secret, 'још једна дуга лозинка 3')).done, false);
      assert.equal((await enter(one.email, short)).done, false);
      const inside = await enter(one.email, long);
      assert.ok(inside.done && inside.value.kind === 'in');
      const kinds = await byHand("select kind from security_event where actor_id = $1 and kind = 'password_too_short'", [one.id]);
      assert.equal(kinds.length, 1);
    }
  });

  test('over a form that waits it says so and does nothing; long passwords come in there and everywhere', async () => {
    const one = await withFactor('editor');
    await shortened(one);
    accepted(await dropFactor(one.viewer, { today }));
    const before = await standing(one.id);
    const again = (typed: string) => signIn({ email: one.email, password: typed, agent: 'spec', address: '192.0.2.121', today, only: one.id });
    await refusedWith(() => again(short), 422, [':shortPassword']);
    assert.deepEqual(await standing(one.id), before);
    const entrance = await enter(one.email, short);
    accepted(await setPasswordByLink(entrance.done ? entrance.value.secret : '', long));
    const inside = await again(long);
    assert.ok(inside.done && inside.value.kind === 'in');
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { holderMark, holderOf } from '#app/holder.ts';
import { decipher, encipher } from '#office/enciphered.ts';
import { resealFactors } from '#office/person/reseal.ts';
import { ownFactor } from '#office/person/second-factor.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { codeAt, halfOf, secondStep, withFactor } from './factor-ground.ts';
import { today } from './person-ground.ts';

useEmptyDatabase();

describe('another secret of the installation', () => {
  const [before, now] = [process.env.AUTH_SECRET ?? '', 'нови кључ инсталације, довољно дуг 123456'];
  const inTurn = async (secret: string, old: string, run: () => Promise<void>) => {
    Object.assign(process.env, { AUTH_SECRET: secret, AUTH_SECRET_BEFORE: old });
    try {
      await run();
    } finally {
      process.env.AUTH_SECRET = before;
      delete process.env.AUTH_SECRET_BEFORE;
    }
  };

  test('the one before opens for as long as it is named, and seals nothing', async () => {
    const one = await withFactor('editor');
    const sealed = encipher('тајна', 'овај ред');
    await inTurn(now, before, async () => {
      assert.ok((await secondStep(await halfOf(one.email), codeAt(one.key, 1))).done);
      assert.equal(decipher(sealed, 'овај ред'), 'тајна');
      assert.equal(decipher(sealed, 'други ред'), null);
      const anew = encipher('тајна', 'овај ред');
      delete process.env.AUTH_SECRET_BEFORE;
      assert.deepEqual([decipher(sealed, 'овај ред'), decipher(anew, 'овај ред')], [null, 'тајна']);
    });
    await inTurn(before, '', async () => assert.equal((await ownFactor(one.viewer, today)).readable, true));
  });

  test('the mark of a form that was open is its holder’s still, and nobody’s once it is gone', async () => {
    const id = '0b9cf0f6-8f3a-4f0a-9d7e-1c2d3e4f5a6b';
    const mark = holderMark(id);
    await inTurn(now, before, async () => {
      assert.equal(holderOf(mark), id);
      assert.notEqual(holderMark(id), mark);
      delete process.env.AUTH_SECRET_BEFORE;
      assert.equal(holderOf(mark), null);
    });
  });

  test('keys that it sealed are sealed anew, once, so that codes fit when it is gone', async () => {
    const [one, other] = [await withFactor('editor'), await withFactor('publisher')];
    await other.forget();
    await inTurn(now, before, async () => {
      assert.ok(await resealFactors() >= 2);
      assert.equal(await resealFactors(), 0);
      delete process.env.AUTH_SECRET_BEFORE;
      for (const { email, key } of [one, other]) assert.ok((await secondStep(await halfOf(email), codeAt(key, 1))).done);
    });
    assert.equal(await resealFactors(), 0, 'what opens under neither is left alone');
    assert.equal((await ownFactor(one.viewer, today)).readable, false);
  });
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { takeTurn } from '#office/person/turns.ts';
import { networkOf } from '#office/network.ts';
import { refuseStranger } from '#office/stranger.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';
import { ledger } from '../verbs.ts';
import { employ, enter, ownersHand } from './person-ground.ts';

const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());
const rows = async (kind: string) => Number((await byHand('select count(*)::int as n from security_event where kind = $1', [kind]))[0]?.n);
const aMinuteLater = () => byHand("update sign_in_attempt set at = at - interval '61 seconds' where kind = 'noted'");
/** Twenty at a time, as a crowd would come. */
const crowd = async (many: number, act: (at: number) => Promise<unknown>) => {
  for (let begun = 0; begun < many; begun += 20) await Promise.all(Array.from({ length: 20 }, (_, at) => act(begun + at)));
};

describe('what an unknown visitor does is kept, but he cannot fill the disk with it', () => {
  test('a thousand posts of a stranger are all refused and leave one event a minute for each network', async () => {
    const [before, stands] = [performance.now(), await ledger()];
    await crowd(1_000, async () => assert.deepEqual(await refuseStranger('2001:db8:1:2:3::4'), { done: false, status: 403, issues: [{ field: '', rule: 'notAllowed' }] }));
    const most = 1 + Math.floor((performance.now() - before) / 60_000);
    const first = await rows('refused');
    assert.ok(first >= 1 && first <= most, `${first} events`);
    assert.deepEqual(await ledger(), stands);
    await refuseStranger('2001:db8:1:2::9'); // the same subscriber
    assert.equal(await rows('refused'), first);
    await refuseStranger('203.0.113.50');
    await refuseStranger('203.0.113.51');
    assert.equal(await rows('refused'), first + 2, 'another network is told besides');
    await aMinuteLater();
    await refuseStranger('2001:db8:1:2:3::4');
    assert.equal(await rows('refused'), first + 3, 'and what goes on is told again');
    assert.deepEqual(await byHand("select distinct actor_id, status from security_event where kind = 'refused'"), [{ actor_id: null, status: 403 }]);
  });

  test('a crowd waits for nobody while one of it is noted, so that the office has its connections', async () => {
    const [address, before] = ['203.0.113.99', await rows('refused')];
    const mark = createHash('sha256').update(`noted refused ${networkOf(address)}`).digest('hex');
    await asOwner(database.url(), async (client) => {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [mark]);
      await crowd(20, async () => assert.equal((await refuseStranger(address)).status, 403));
      assert.equal(await rows('refused'), before);
      await client.query('rollback');
    });
    await refuseStranger(address);
    assert.equal(await rows('refused'), before + 1);
  });

  test('a thousand sign-ins that are put off, at one account from everywhere or at every account from one place, leave one a minute', async () => {
    const { email } = await employ('editor');
    for (let failure = 1; failure <= 5; failure += 1) await enter(email, 'погрешна лозинка 1');
    for (let failure = 1; failure <= 25; failure += 1) await takeTurn({ account: `somebody ${failure}`, address: '203.0.113.60' });
    assert.equal(await rows('sign_in_delayed'), 0);
    const before = performance.now();
    await crowd(500, async (at) => {
      const turn = await enter(email, 'погрешна лозинка 1', `198.18.${Math.floor(at / 250)}.${at % 250}`);
      assert.equal(!turn.done && turn.issues[0]?.rule, 'tooManyAttempts');
    });
    await crowd(500, async (at) => assert.equal((await takeTurn({ account: `other ${at}`, address: '203.0.113.60' })).done, false));
    const most = 2 * (1 + Math.floor((performance.now() - before) / 60_000));
    const told = await rows('sign_in_delayed');
    assert.ok(told >= 2 && told <= most, `${told} events`);
    await aMinuteLater();
    await enter(email, 'погрешна лозинка 1');
    assert.equal(await rows('sign_in_delayed'), told + 1);
    const [{ n } = {}] = await byHand("select count(*)::int as n from sign_in_attempt where kind <> 'noted'");
    assert.equal(n, 30, 'what was put off was counted');
  });
});

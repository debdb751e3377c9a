import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { staffBySecret } from '#office/person/session.ts';
import { beginFactor } from '#office/person/second-factor.ts';
import { sweepSignIns } from '#office/person/sweeping.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { fullyIn, halfOf, secondStep, withFactor } from './factor-ground.ts';
import { employ, enter, invited, ownersHand, secretOf, today } from './person-ground.ts';

const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());
const count = async (table: string, where = 'true') => Number((await byHand(`select count(*) as n from ${table} where ${where}`))[0]?.n);

describe('what signing in leaves behind', () => {
  test('goes after its time, and not before', async () => {
    const one = await withFactor('editor');
    const secret = await fullyIn(one, 1);
    await halfOf(one.email);
    await secondStep(await halfOf(one.email), '000000');
    await enter('niko@primer.rs', 'погрешна лозинка 1');
    const beginner = await employ('editor');
    assert.ok((await beginFactor((await staffBySecret(await secretOf(beginner.email), today))!)).done);
    await invited('editor');
    const tables = ['session', 'sign_in_attempt', 'half_sign_in', 'one_time_link', 'security_event', 'second_factor', 'recovery_code', 'change'];
    const held = Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)] as const)));
    assert.equal(await sweepSignIns(), 0);
    for (const table of tables) assert.equal(await count(table), held[table], table);
    assert.ok(await staffBySecret(secret, today));

    await byHand(`update session set seen_at = seen_at - interval '181 days', started_at = started_at - interval '181 days'`);
    await byHand(`update sign_in_attempt set at = at - interval '25 hours'`);
    await byHand(`update half_sign_in set started_at = started_at - interval '25 hours'`);
    await byHand(`update second_factor set pending_at = pending_at - interval '25 hours'`);
    await byHand(`update one_time_link set expires_at = expires_at - interval '188 days'`);
    await byHand(`update security_event set at = at - interval '2 years 1 day' where seq % 2 = 0`);
    const events = await count('security_event', "at > now() - interval '1 day'");
    assert.ok(await sweepSignIns() > 0);
    assert.deepEqual([await count('sign_in_attempt'), await count('half_sign_in'), await count('one_time_link')], [0, 0, 0]);
    assert.equal(await count('security_event'), events);
    // The newest of each person says when he was last here.
    assert.deepEqual([await count('session'), await count('session', `person_id = '${one.id}'`)], [2, 1]);
    assert.deepEqual([await count('second_factor'), await count('recovery_code'), await count('change')], [1, held.recovery_code, held.change], 'what still counts was swept');
    assert.equal(await sweepSignIns(), 0);
  });

  test('the app can neither change an event nor take a fresh one', async () => {
    for (const statement of ['delete from security_event', "update security_event set kind = 'none'"]) {
      await assert.rejects(byHand(`set role povelja_app; ${statement}`), /permission denied/);
    }
    const before = await count('security_event');
    await byHand('set role povelja_app; select povelja_forget_security_events()');
    assert.equal(await count('security_event'), before);
    await assert.rejects(byHand('set role povelja_reader; select povelja_forget_security_events()'), /permission denied/);
    await assert.rejects(byHand('set role povelja_reader; select * from second_factor'), /permission denied/);
    await assert.rejects(byHand('set role povelja_reader; select * from half_sign_in'), /permission denied/);
    await assert.rejects(byHand('set role povelja_reader; select * from recovery_code'), /permission denied/);
  });
});

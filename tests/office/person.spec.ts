import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setPasswordByLink } from '#office/person/link.ts';
import { listPeople } from '#office/person/read.ts';
import { endSession, staffBySecret } from '#office/person/session.ts';
import { networkOf } from '#office/network.ts';
import { revoke } from '#office/person/granting.ts';
import * as people from '#office/person/write.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, refusedWith } from '../verbs.ts';
import { asAdmin, details, employ, enter, give, grantIdOf, invitation, invited, ownersHand, password, revokeAs, secretOf, today } from './person-ground.ts';

const database = useEmptyDatabase();
const byHand = ownersHand(() => database.url());
const wrong = { done: false, status: 422, issues: [{ field: '', rule: 'wrongCredentials' }] };

describe('signing in', () => {
  test('with the right password begins a session that says who it is', async () => {
    const editor = await employ('editor');
    const secret = await secretOf(editor.email.toUpperCase());
    const viewer = await staffBySecret(secret, today);
    assert.deepEqual([viewer?.id, viewer?.name, viewer?.grants], [editor.id, editor.name, [{ role: 'editor', noun: null, recordId: null }]]);
    assert.notEqual(await secretOf(editor.email), secret, 'a session has the id of another');
    assert.equal(await staffBySecret('x'.repeat(43), today), null);
    assert.equal((await byHand('select count(*)::int as n from session where id = $1', [secret]))[0]?.n, 0, 'the database holds the secret itself');
  });

  test('says the same of a wrong password, an unknown name, and people who are gone, ended or never came', async () => {
    const [editor, gone, ended, newcomer] = [await employ('editor'), await employ('editor'), await employ('editor'), await invited('editor')];
    accepted(await people.deactivate(systemViewer, { id: gone.id, today }));
    accepted(await people.revise(systemViewer, { id: ended.id, today, entry: details(ended, { expiresOn: ['2026-11-20'] }) }));
    for (const [email, typed] of [[editor.email, 'погрешна лозинка 1'], ['niko@primer.rs', password], [gone.email, password], [ended.email, password], [newcomer.email, password], ['%', password], ['', '']]) {
      assert.deepEqual(await enter(email!, typed), wrong, email);
    }
    const [{ n } = {}] = await byHand("select count(*)::int as n from security_event where kind = 'sign_in_failed'");
    assert.equal(n, 7);
  });

  test('makes an account wait after five failures, longer each time, fifteen minutes at most, and never for good', async () => {
    const editor = await employ('editor');
    for (let failure = 1; failure <= 5; failure += 1) assert.deepEqual(await enter(editor.email, 'погрешна'), wrong);
    const waits = async () => {
      const outcome = await enter(editor.email);
      return outcome.done ? 0 : outcome.issues[0]?.values?.minutes;
    };
    assert.equal(await waits(), 1, 'the right password jumps the queue');
    const later = (minutes: number) => byHand("update sign_in_attempt set at = at - make_interval(mins => $1) where account = encode(sha256($2), 'hex')", [minutes, Buffer.from(editor.email)]);
    await later(1);
    assert.deepEqual(await enter(editor.email, 'погрешна'), wrong);
    assert.equal(await waits(), 2);
    await later(2);
    assert.deepEqual(await enter(editor.email, 'погрешна'), wrong);
    assert.equal(await waits(), 4);
    await later(4);
    assert.equal(await waits(), 0, 'locked out for good');
    const [{ n } = {}] = await byHand("select count(*)::int as n from sign_in_attempt where account = encode(sha256($1), 'hex')", [Buffer.from(editor.email)]);
    assert.equal(n, 0, 'failures outlive the sign-in');
  });

  test('counts guesses in a burst as they come, not when they have failed', async () => {
    for (let round = 0; round < 4; round += 1) {
      const editor = await employ('editor');
      const burst = await Promise.all(Array.from({ length: 30 }, () => enter(editor.email, 'погрешна')));
      const tried = burst.filter((outcome) => !outcome.done && outcome.issues[0]?.rule === 'wrongCredentials');
      assert.equal(tried.length, 5);
    }
  });

  test('makes an address wait after 25 failures, whatever the names', async () => {
    for (let failure = 0; failure < 25; failure += 1) await byHand("insert into sign_in_attempt (account, address) values ($1, '203.0.113.9')", [`spec ${failure}`]);
    const [editor, other] = [await employ('editor'), await employ('editor')];
    const blocked = await enter(editor.email, password, '203.0.113.9');
    assert.deepEqual(blocked, { done: false, status: 422, issues: [{ field: '', rule: 'tooManyAttempts', values: { minutes: 5 } }] });
    assert.ok((await enter(other.email, password, '203.0.113.10')).done);
    await byHand("update sign_in_attempt set at = at - interval '5 minutes' where address = '203.0.113.9'");
    assert.ok((await enter(editor.email, password, '203.0.113.9')).done);
    assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2:ffff::1'));
    assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'));
    assert.equal(networkOf('::ffff:192.0.2.1'), '192.0.2.1');
    // However the zeros are written: else each address of such a network would be one of its own.
    for (const same of ['2001:db8::1', '2001:db8::5:6:7:8', '2001:DB8:0:0:1::', '2001:0db8:0000:0000:0000:0000:0000:0002']) {
      assert.equal(networkOf(same), networkOf('2001:db8:0:0:a:b:c:d'), same);
    }
    assert.equal(networkOf('::1'), networkOf('::2'));
    assert.notEqual(networkOf('2001:db8::1'), networkOf('2001:db8:0:1::1'));
  });
});

describe('a session', () => {
  const age = (secret: string, column: 'seen_at' | 'started_at', how: string) =>
    byHand(`update session set ${column} = ${column} - $1::interval where id = encode(sha256($2), 'hex')`, [how, Buffer.from(secret)]);

  test('sleeps in after half an hour, and every call in between keeps it awake', async () => {
    const { email } = await employ('editor');
    const secret = await secretOf(email);
    await age(secret, 'seen_at', '29 minutes');
    assert.ok(await staffBySecret(secret, today));
    await age(secret, 'seen_at', '29 minutes');
    assert.ok(await staffBySecret(secret, today), 'the call before did not keep it awake');
    await age(secret, 'seen_at', '30 minutes');
    assert.equal(await staffBySecret(secret, today), null);
  });

  test('ends after ten hours, however busy', async () => {
    const { email } = await employ('editor');
    const secret = await secretOf(email);
    await age(secret, 'started_at', '9 hours 59 minutes');
    assert.ok(await staffBySecret(secret, today));
    await age(secret, 'started_at', '1 minute');
    assert.equal(await staffBySecret(secret, today), null);
  });

  test('ends for good when its holder leaves, and no call in parallel wakes it', async () => {
    const { email } = await employ('editor');
    const [secret, other] = [await secretOf(email), await secretOf(email)];
    await age(secret, 'seen_at', '2 minutes');
    await Promise.all([endSession(secret), ...Array.from({ length: 8 }, () => staffBySecret(secret, today))]);
    assert.equal(await staffBySecret(secret, today), null);
    assert.ok(await staffBySecret(other, today));
  });

  test('ends with a change of roles, a deactivation and a new password', async () => {
    const editor = await employ('editor');
    const ends = async (act: () => Promise<unknown>) => {
      const secrets = [await secretOf(editor.email), await secretOf(editor.email)];
      await act();
      for (const secret of secrets) assert.equal(await staffBySecret(secret, today), null);
    };
    await ends(async () => accepted(await give(systemViewer, editor.id, { role: ['publisher'] })));
    await ends(async () => accepted(await revokeAs(systemViewer, editor.id, 'publisher')));
    await ends(async () => accepted(await people.deactivate(systemViewer, { id: editor.id, today })));
    accepted(await people.reactivate(systemViewer, { id: editor.id }));
    await ends(async () => byHand('update session set ended_at = now() where person_id = $1', [editor.id]));
    assert.ok(await secretOf(editor.email));
  });

  test('knows the roles of today: one that ran out yesterday is none', async () => {
    const editor = await employ('editor', { until: ['2026-11-21'] });
    const secret = await secretOf(editor.email);
    assert.equal((await staffBySecret(secret, '2026-11-21'))?.grants.length, 1);
    assert.deepEqual((await staffBySecret(secret, '2026-11-22'))?.grants, []);
    accepted(await people.revise(systemViewer, { id: editor.id, today, entry: details(editor, { expiresOn: ['2026-11-21'] }) }));
    assert.ok(await staffBySecret(secret, '2026-11-21'));
    assert.equal(await staffBySecret(secret, '2026-11-22'), null);
  });
});

describe('people', () => {
  test('a taken e-mail is refused, in whatever case, also when two come at once', async () => {
    const [one, other] = [await employ('editor'), await employ('editor')];
    await refusedWith(() => people.revise(systemViewer, { id: other.id, today, entry: details({ ...other, email: one.email.toUpperCase() }) }), 422, ['email:taken']);
    accepted(await people.revise(systemViewer, { id: one.id, today, entry: details({ ...one, name: 'Ново име' }) }));
    const both = await Promise.all(['isti@primer.rs', 'ISTI@primer.rs'].map((email) => people.invite(systemViewer, { entry: invitation({ email: [email] }) })));
    assert.deepEqual(both.map((outcome) => (outcome.done ? 'done' : outcome.issues)).toSorted(), [[{ field: 'email', rule: 'taken' }], 'done']);
    const [{ n } = {}] = await byHand("select count(*)::int as n from personal where lower(value) = 'isti@primer.rs'");
    assert.equal(n, 1);
  });

  test('nobody gives himself a role, and who is no admin knows of no people', async () => {
    const [admin, publisher] = [await employ('admin'), await employ('publisher')];
    await refusedWith(() => give(asAdmin(admin), admin.id, { role: ['publisher'] }), 403, [':notAllowed']);
    const asPublisher = { ...asAdmin(publisher), grants: [{ role: 'publisher', noun: null, recordId: null }] } as const;
    await refusedWith(() => give(asPublisher, publisher.id, { role: ['admin'] }), 404, [':notFound']);
    await refusedWith(() => give(asPublisher, admin.id, { role: ['editor'] }), 404, [':notFound']);
    assert.deepEqual([await listPeople(asPublisher), await listPeople(visitor)], [[], []]);
    await refusedWith(() => give(asAdmin(admin), publisher.id, { role: ['admin'], noun: ['project'] }), 422, ['noun:adminHasNoScope']);
    await refusedWith(() => give(asAdmin(admin), publisher.id, { role: ['editor'], recordId: [admin.id] }), 422, ['noun:required']);
    const invite = (values: Parameters<typeof invitation>[0]) => people.invite(asAdmin(admin), { entry: invitation(values) });
    await refusedWith(() => invite({ role: ['admin'], noun: ['project'] }), 422, ['noun:adminHasNoScope']);
    await refusedWith(() => invite({ role: ['admin'], recordId: [admin.id] }), 422, ['noun:required']);
    await refusedWith(async () => revoke(asAdmin(admin), { id: publisher.id, grantId: await grantIdOf(admin.id, 'admin'), today }), 422, [':notFound']);
  });

  test('the last admin stays: neither the role nor the person nor the account ends', async () => {
    await onlyAdmins();
    const admin = await employ('admin');
    await refusedWith(() => revokeAs(asAdmin(admin), admin.id, 'admin'), 422, [':lastAdmin']);
    await refusedWith(() => people.deactivate(asAdmin(admin), { id: admin.id, today }), 422, [':lastAdmin']);
    await refusedWith(() => people.revise(asAdmin(admin), { id: admin.id, today, entry: details(admin, { expiresOn: ['2027-01-01'] }) }), 422, [':lastAdmin']);
    const late = await employ('admin', { until: ['2026-11-20'] });
    await refusedWith(() => revokeAs(asAdmin(admin), admin.id, 'admin'), 422, [':lastAdmin']);
    const newcomer = await invited('admin');
    await refusedWith(() => revokeAs(asAdmin(admin), admin.id, 'admin'), 422, [':lastAdmin']);
    assert.ok((await setPasswordByLink(newcomer.secret, password)).done);
    accepted(await people.deactivate(asAdmin(admin), { id: newcomer.id, today }));
    const parting = await employ('admin', { until: ['2026-12-31'] });
    await refusedWith(() => people.deactivate(asAdmin(admin), { id: admin.id, today }), 422, [':lastAdmin']);
    accepted(await people.deactivate(asAdmin(admin), { id: parting.id, today }));
    accepted(await give(asAdmin(admin), late.id, { role: ['admin'] }));
    accepted(await revokeAs(asAdmin(admin), admin.id, 'admin'));
  });

  test('two admins who remove each other at once: one stays', async () => {
    for (let round = 0; round < 5; round += 1) {
      await onlyAdmins();
      const [one, other] = [await employ('admin'), await employ('admin')];
      const outcomes = await Promise.all([
        people.deactivate(asAdmin(one), { id: other.id, today }), revokeAs(asAdmin(other), one.id, 'admin'),
      ]);
      assert.deepEqual(outcomes.map(({ done }) => done).toSorted(), [false, true]);
      const left = (await listPeople(systemViewer)).filter(({ deactivatedAt, grants }) => !deactivatedAt && grants.some(({ role }) => role === 'admin'));
      assert.equal(left.length, 1);
    }
  });

  /** No admin is left of those who were before. */
  async function onlyAdmins(): Promise<void> {
    await byHand("set session_replication_role = replica; delete from grant_of_right where role = 'admin'");
  }

  test('names and addresses stand nowhere in the ledger, nor in the security events', async () => {
    const canary = await employ('editor', { name: ['Канаринка Певачица'], email: ['kanarinka@primer.rs'] });
    accepted(await people.revise(systemViewer, { id: canary.id, today, entry: details({ ...canary, name: 'Канаринка Ћутљива', email: 'kanarinka2@primer.rs' }) }));
    await enter('kanarinka2@primer.rs', 'погрешна канаринка');
    for (const table of ['change', 'revision', 'security_event', 'sign_in_attempt', 'session', 'one_time_link', 'credential']) {
      const [{ n } = {}] = await byHand(`select count(*)::int as n from ${table} t where to_jsonb(t)::text ilike '%канаринка%' or to_jsonb(t)::text ilike '%kanarinka%'`);
      assert.equal(n, 0, table);
    }
    const sealed = await byHand("select after from revision where table_name = 'personal' and row_id = $1", [canary.id]);
    assert.equal(sealed.length, 4);
    assert.ok(sealed.every(({ after }) => /^[0-9a-f]{64}$/.test((after as { sha256: string }).sha256)));
    const [{ n } = {}] = await byHand("select count(*)::int as n from personal where value like 'Канаринка Ћутљива'");
    assert.equal(n, 1, 'the canary never sang');
  });
});

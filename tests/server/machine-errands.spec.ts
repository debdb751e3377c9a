import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, disconnect } from '#db/client.ts';
import { enterFirst } from '#office/person/first.ts';
import { holderBySecret, beginSession } from '#office/person/session.ts';
import { note } from '#office/person/turns.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';
import { ana } from './backup-ground.ts';
import { runErrand } from './run-errand.ts';

const database = useEmptyDatabase();
const today = '2026-03-01';
const from = { agent: 'spec', address: '127.0.0.1' };

test('sessions:end ends those of one person or everybody’s, says how many, and stands among the security events; a stranger’s address ends none', async () => {
  connect({ url: database.url() });
  try {
    assert.ok((await enterFirst(ana)).done);
    const { rows: [anas] } = await asOwner(database.url(), (client) => client.query<{ id: string }>('select id from person'));
    const { rows: [boras] } = await asOwner(database.url(), (client) => client.query<{ id: string }>(`begin;
      with entered as (insert into change (actor_kind, action, noun, record_id) values ('system', 'spec', 'person', gen_random_uuid()) returning seq) select set_config('povelja.change', seq::text, true) from entered;
      insert into person (written_form) select written_form from person returning id; commit`).then((results) => (results as unknown as { rows: { id: string }[] }[])[2] ?? { rows: [] }));
    const [one, two] = [await beginSession(anas?.id ?? '', from), await beginSession(boras?.id ?? '', from)];
    await asOwner(database.url(), (client) => client.query("insert into half_sign_in (id, person_id) select 'half', id from person limit 1"));
    const env = { DATABASE_URL: database.url() };
    const alive = async () => [await holderBySecret(one, today), await holderBySecret(two, today)].map((holder) => holder !== null);
    assert.deepEqual(await alive(), [true, true]);

    const stranger = await runErrand(['sessions:end', 'nobody@povelja.example'], env);
    assert.deepEqual([stranger.code, stranger.out, stranger.err], [1, '', 'Nobody has the e-mail address nobody@povelja.example.\n']);
    const unsaid = await runErrand(['sessions:end'], env);
    assert.deepEqual([unsaid.code, /^Say whose sessions end/.test(unsaid.err)], [1, true]);
    assert.deepEqual(await alive(), [true, true]);

    const hers = await runErrand(['sessions:end', 'ANA@povelja.example'], env);
    assert.deepEqual([hers.code, hers.out, hers.err], [0, 'Sessions ended: 1.\n', '']);
    assert.deepEqual(await alive(), [false, true]);
    assert.equal((await runErrand(['sessions:end', 'all'], env)).out, 'Sessions ended: 1.\n');
    assert.deepEqual(await alive(), [false, false]);
    const { rows } = await asOwner(database.url(), (client) => client.query("select kind, actor_id as actor, record_id = (select owner_id from personal where field = 'email') as hers, detail, (select count(*)::int from half_sign_in where ended_at is null) as half from security_event where kind = 'sessions_ended' order by seq"));
    assert.deepEqual(rows, [{ kind: 'sessions_ended', actor: null, hers: true, detail: { count: 1 }, half: 0 }, { kind: 'sessions_ended', actor: null, hers: null, detail: { count: 1 }, half: 0 }]);
  } finally {
    await disconnect();
  }
});

test('security:events tells who came in and who was refused since a day, as a table that is inert in a spreadsheet, and no secret', async () => {
  connect({ url: database.url() });
  try {
    const { rows: [anas] } = await asOwner(database.url(), (client) => client.query<{ id: string }>("select owner_id as id from personal where field = 'email'"));
    await note('signed_in', anas?.id ?? null, {});
    await note('sign_in_delayed', null, { minutes: 2 });
    await asOwner(database.url(), (client) => client.query(`insert into security_event (at, kind) values ('2025-01-01', 'long_ago'), (now(), '=1+1'); insert into security_event (kind, actor_id) select 'spec', '00000000-0000-4000-8000-000000000001' from generate_series(1, 1500)`));
    const env = { DATABASE_URL: database.url() };
    const told = await runErrand(['security:events'], env);
    assert.deepEqual([told.code, told.err], [0, '']);
    const lines = told.out.trimEnd().split('\n');
    assert.equal(lines[0], 'at,what,who,act,record,status,detail');
    assert.ok(lines.some((line) => /^2\d{3}-\S+Z,signed_in,Ана Анић,,,,$/.test(line)));
    assert.ok(lines.some((line) => /,sign_in_delayed,,,,,minutes 2$/.test(line)));
    assert.equal(lines.filter((line) => line.includes(',spec,00000000-0000-4000-8000-000000000001,')).length, 1_500);
    assert.ok(lines.some((line) => line.includes(",'=1+1,")));
    assert.doesNotMatch(told.out, /long_ago|argon2|ana@povelja/);
    assert.match((await runErrand(['security:events', '2025-01-01'], env)).out, /^2025-01-01T00:00:00\.000Z,long_ago,/m);
    const wrong = await runErrand(['security:events', 'yesterday'], env);
    assert.deepEqual([wrong.code, wrong.out, /^"yesterday" is no day/.test(wrong.err)], [1, '', true]);
  } finally {
    await disconnect();
  }
});

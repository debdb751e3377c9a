import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { connect, disconnect } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { enterFirst } from '#office/person/first.ts';
import { setPasswordByLink } from '#office/person/link.ts';
import { signIn } from '#office/person/sign-in.ts';
import { openSealer } from '#db/chain/sealing.ts';
import { makeBackup } from '#server/backup/make.ts';
import { checkArchive } from '#server/backup/read.ts';
import { restoreInto } from '#server/backup/restore.ts';
import { key as ledgerKey, sealAll, tamper } from '../db/sealed.ts';
import { asOwner, bareDatabase, freshDatabase } from '../fixtures.ts';
import { allRows, ana, archive, folder, isBare } from './backup-ground.ts';
import { runErrand as run } from './run-errand.ts';

describe('errands', () => {
  test('ledger:verify says the head, finds it again, ends with 1 and the row where one was edited, and makes no key', async () => {
    const database = await freshDatabase();
    const sealer = openSealer({ url: database.url, key: ledgerKey });
    await sealAll(sealer);
    await sealer.close();
    const well = await run(['ledger:verify'], { DATABASE_URL: database.url });
    assert.deepEqual([well.code, well.err], [0, '']);
    const head = /The ledger is whole: \d+ changes are sealed, 0 wait for their seal\.\nHead: (\S+)\n/.exec(well.out)?.[1] ?? '';
    assert.match(head, /^\d+\/\d+\/[0-9a-f]{64}$/);
    assert.equal((await run(['ledger:verify', head], { DATABASE_URL: database.url })).code, 0);
    assert.match((await run(['ledger:verify', head.replace(/.$/, 'x')], { DATABASE_URL: database.url })).err, /is not in the chain/);
    const letters = path.join(folder(), 'letters.txt');
    writeFileSync(letters, `Последњи печат на дан 1. маја:\n\n${head}\n\nnpm run ledger:verify -- ${head}\n`);
    assert.equal((await run(['ledger:verify', '--heads', letters], { DATABASE_URL: database.url })).code, 0);
    const strange = head.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    writeFileSync(letters, `${head}\n${strange}\n`);
    const two = await run(['ledger:verify', '--heads', letters], { DATABASE_URL: database.url });
    assert.deepEqual([two.code, two.err.includes(strange)], [1, true]);
    writeFileSync(letters, 'nothing');
    assert.match((await run(['ledger:verify', '--heads', letters], { DATABASE_URL: database.url })).err, /holds no head/);
    const data = path.join(folder(), 'data');
    assert.match((await run(['ledger:verify'], { DATABASE_URL: database.url, LEDGER_KEY: '', DATA_DIR: data })).err, /neither in LEDGER_KEY nor in .*data\/secrets/);
    assert.equal(statSync(data, { throwIfNoEntry: false }), undefined);
    await asOwner(database.url, (client) => tamper(client, "update change set reason = 'x' where seq = (select max(seq) from change)"));
    const broken = await run(['ledger:verify'], { DATABASE_URL: database.url });
    assert.deepEqual([broken.code, broken.out], [1, '']);
    assert.match(broken.err, /^The ledger is not whole\. Change \d+ is not as it was sealed/);
    await database.drop();
  });

  test('ledger:export tells a record as JSON and nothing else', async () => {
    const database = await freshDatabase();
    const told = await run(['ledger:export', 'NI-ORG-002'], { DATABASE_URL: database.url });
    assert.deepEqual([told.code, told.err, (JSON.parse(told.out) as { code: string }).code], [0, '', 'NI-ORG-002']);
    assert.match((await run(['ledger:export', 'NO-1'], { DATABASE_URL: database.url })).err, /^No record has the code NO-1/);
    await database.drop();
  });

  test('backup names the archive, restore takes it to an empty place and not to another, nor without the key of the ledger', async () => {
    const [database, target] = [await freshDatabase(), await bareDatabase()];
    const env = { DATABASE_URL: database.url, BACKUP_DIR: path.join(folder(), 'backups'), BACKUP_KEY: 'k'.repeat(40), PUBLIC_URL: 'https://grad.example' };
    // A folder that was named must be there: an unmounted disk is told, and nothing is made in its place.
    const unmounted = await run(['backup'], env);
    assert.deepEqual([unmounted.code, unmounted.out, statSync(env.BACKUP_DIR, { throwIfNoEntry: false })], [1, '', undefined]);
    assert.match(unmounted.err, /^BACKUP_DIR is .*backups, and there is no such folder\. Is its disk mounted\?/);
    assert.match((await run(['backup', path.join(env.BACKUP_DIR, 'mine.enc')], env)).err, /^There is no folder .*backups\. Is its disk mounted\?/);
    mkdirSync(env.BACKUP_DIR);
    const made = await run(['backup'], env);
    assert.equal(made.code, 0, made.err);
    const file = made.out.trim();
    assert.match(path.basename(file), /^povelja-grad\.example-\d{8}T\d{6}Z-by-hand\.tar\.gz\.enc$/);
    assert.deepEqual(readdirSync(env.BACKUP_DIR), [path.basename(file)]);
    const named = await run(['backup', path.join(folder(), 'mine.enc')], env);
    assert.match(named.out, /mine\.enc\n$/);

    const refused: [Record<string, string>, RegExp][] = [
      [{ LEDGER_KEY: '' }, /^The key of the ledger is neither in LEDGER_KEY nor/],
      [{ BACKUP_KEY: 'l'.repeat(40) }, /^The archive cannot be restored: BACKUP_KEY is not the key that it was encrypted with\. Nothing was written\./],
      [{ BACKUP_KEY: 'short' }, /BACKUP_KEY must have at least 32 characters\./],
    ];
    for (const [other, words] of refused) {
      const run1 = await run(['restore', file], { ...env, DATABASE_URL: target.url, ...other });
      assert.equal(run1.code, 1);
      assert.match(run1.err, words);
      assert.equal(await isBare(target.url), true);
    }
    const checked = await run(['restore', '--check', file], { ...env, DATABASE_URL: target.url, LEDGER_KEY: '' });
    assert.deepEqual([checked.code, checked.out, await isBare(target.url)], [0, 'none\n', true]);
    assert.match(checked.err, /^The archive of 2\d{3}-.* is whole: \d+ tables, \d+ rows\. Made by version /);
    assert.match((await run(['restore', '--check', file], { ...env, BACKUP_KEY: '' })).err, /^The archive cannot be used: it is encrypted, and BACKUP_KEY is not set\.\n$/);
    const restored = await run(['restore', file], { ...env, DATABASE_URL: target.url });
    assert.equal(restored.code, 0, restored.err);
    assert.match(restored.err, /Every table is as the archive says.*\n.*People, roles, passwords and second factors are as of 2\d{3}-.*\n.*The ledger is whole: 0 changes are sealed, \d+ wait/);
    assert.deepEqual(await allRows(target.url, 'kept'), await allRows(database.url, 'kept'));
    const again = await run(['restore', file], { ...env, DATABASE_URL: target.url });
    assert.deepEqual([again.code, /The database is not empty/.test(again.err)], [1, true]);
    await Promise.all([database.drop(), target.drop()]);
  });

  test('person:link lets in again whom no admin can help: no second factor, a link that sets a password once, and a history that says so', async () => {
    const database = await freshDatabase();
    connect({ url: database.url });
    try {
      assert.ok((await enterFirst(ana)).done);
      await asOwner(database.url, (client) => client.query("insert into session (id, person_id) select 'spec', id from person"));
      const told = await run(['person:link', 'ANA@povelja.example'], { DATABASE_URL: database.url, PUBLIC_URL: 'https://povelja.example' });
      assert.equal(told.code, 0, told.err);
      const secret = /^https:\/\/povelja\.example\/sr-Cyrl\/sign-in\/link\/(\S+)\n$/.exec(told.out)?.[1] ?? '';
      assert.ok((await setPasswordByLink(secret, 'четири крушке на столу 8')).done);
      assert.equal((await setPasswordByLink(secret, 'пет шљива на столу 9')).done, false);
      assert.equal((await signIn({ ...ana, password: 'четири крушке на столу 8', agent: 'spec', address: '127.0.0.1', today: '2026-03-01' })).done, true);
      const { rows } = await asOwner(database.url, (client) => client.query<{ line: string }>("select actor_kind || ' ' || action as line from change where noun = 'person' order by seq desc limit 2"));
      assert.deepEqual(rows.map(({ line }) => line), ['system person.setPassword', 'system person.makeReset']);
      assert.match((await run(['person:link', 'nobody@povelja.example'], { DATABASE_URL: database.url })).err, /^Nobody has the e-mail address nobody@/);
    } finally {
      await disconnect();
      await database.drop();
    }
  });

  test('person:link shows the link and posts none where mail is set up, and takes the second factor away only once there is a link', async () => {
    const database = await freshDatabase();
    connect({ url: database.url });
    const env = { DATABASE_URL: database.url, PUBLIC_URL: 'https://povelja.example', SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'povelja@povelja.example', AUTH_SECRET: '' };
    const stands = async () => (await asOwner(database.url, (client) => client.query<{ factor: boolean; keys: number; codes: number; open: number; links: number; told: number }>(`
      select (select second_factor_since is not null from person) as factor, (select count(*)::int from second_factor) as keys, (select count(*)::int from recovery_code) as codes,
        (select count(*)::int from one_time_link where used_at is null) as open, (select count(*)::int from outbox where sealed is not null or kind in ('reset', 'invitation')) as links,
        (select count(*)::int from outbox where kind = 'factorReset') as told`))).rows[0];
    try {
      assert.ok((await enterFirst(ana)).done);
      await asOwner(database.url, async (client) => {
        await client.query("insert into second_factor (person_id, sealed_key) select id, 'sealed' from person");
        await client.query("insert into recovery_code (id, person_id) select 'spec', id from person");
        await client.query("begin; insert into change (actor_kind, action, noun, record_id) select 'system', 'person.setSecondFactor', 'person', id from person; select set_config('povelja.change', (select max(seq)::text from change), true); update person set second_factor_since = now(); commit");
      });
      await asOwner(database.url, (client) => client.query("alter table one_time_link add constraint spec check (purpose <> 'reset')"));
      const broken = await run(['person:link', ana.email], env);
      assert.deepEqual([broken.code, broken.out], [1, '']);
      assert.deepEqual(await stands(), { factor: true, keys: 1, codes: 1, open: 0, links: 0, told: 0 });
      await asOwner(database.url, (client) => client.query('alter table one_time_link drop constraint spec'));

      const told = await run(['person:link', ana.email], env);
      assert.equal(told.code, 0, told.err);
      assert.deepEqual(await stands(), { factor: false, keys: 0, codes: 0, open: 1, links: 0, told: 1 });
      const secret = /^https:\/\/povelja\.example\/sr-Cyrl\/sign-in\/link\/(\S+)\n$/.exec(told.out)?.[1] ?? '';
      assert.ok((await setPasswordByLink(secret, 'четири крушке на столу 8')).done);
    } finally {
      await disconnect();
      await database.drop();
    }
  });

  test('a disk that is full in the middle of a backup is told in plain words, and nothing of it stays', { skip: process.platform === 'win32' }, async () => {
    const database = await freshDatabase();
    const place = folder();
    const full = await run(['backup'], { DATABASE_URL: database.url, BACKUP_DIR: place }, "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\"");
    assert.equal(full.code, 1);
    assert.match(full.err, /^The backup was given up: there is no room left in .*\. Nothing of it was kept\.\n$/);
    assert.deepEqual(readdirSync(place), []);
    await database.drop();
  });
});

test('an archive of an older schema is restored at its own and then brought to this one', async () => {
  const [old, target] = [await bareDatabase(), await bareDatabase()];
  const first = '0000_records.sql';
  await migrate(old.url); // makes the roles
  await asOwner(old.url, async (client) => {
    await client.query('drop owned by povelja_owner cascade; create schema if not exists public; grant all on schema public to povelja_owner; set role povelja_owner');
    await client.query('create table applied_migration (name text primary key, hash text not null, at timestamptz not null default now())');
    const text = readFileSync(`db/migrations/${first}`, 'utf8');
    await client.query(text);
    await client.query('insert into applied_migration (name, hash) values ($1, $2)', [first, createHash('sha256').update(text).digest('hex')]);
    await client.query("insert into organisation (code, slug, name) values ('NI-ORG-900', 'an-older-one', '{\"origin\":\"sr-Cyrl\",\"sr-Cyrl\":{\"text\":\"Стара\",\"state\":\"checked\"}}')");
    await client.query("insert into change (actor_kind, action, noun, record_id) values ('system', 'organisation.draft', 'organisation', gen_random_uuid())");
  });
  const made = await makeBackup({ url: old.url, file: archive(), madeAt: new Date() });
  assert.deepEqual(made.manifest.migrations.map(({ name }) => name), [first]);
  await restoreInto(target.url, made.file, undefined, await checkArchive(made.file, undefined));
  await asOwner(target.url, async (client) => {
    const { rows: [found] } = await client.query("select (select count(*)::int from applied_migration) > 1 as newer, (select name -> 'sr-Cyrl' ->> 'text' from organisation) as name, (select code from search_entry) as indexed, (select count(*)::int from change) as changes");
    assert.deepEqual(found, { newer: true, name: 'Стара', indexed: 'NI-ORG-900', changes: 1 });
  });
  await Promise.all([old.drop(), target.drop()]);
});

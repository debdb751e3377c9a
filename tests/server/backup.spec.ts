import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before as first, describe, test } from 'node:test';
import { Client } from 'pg';
import { openSealer } from '#db/chain/sealing.ts';
import { verifyChain } from '#db/chain/verify.ts';
import { connect, disconnect } from '#db/client.ts';
import { signIn } from '#office/person/sign-in.ts';
import { makeBackup, type Made } from '#server/backup/make.ts';
import { checkArchive } from '#server/backup/read.ts';
import { restoreInto } from '#server/backup/restore.ts';
import { enter, key as ledgerKey, sealAll } from '../db/sealed.ts';
import { asOwner, bareDatabase, type FreshDatabase } from '../fixtures.ts';
import { allRows, ana, archive, folder, isBare, populated } from './backup-ground.ts';

const secret = 'a key for backups that is long enough';
let source: FreshDatabase;

first(async () => {
  source = await populated();
  const sealer = openSealer({ url: source.url, key: ledgerKey });
  await sealAll(sealer);
  await sealer.close();
});
after(() => source.drop());

/** Restores an archive into a database of its own. */
async function inRestored(made: Made, key: string | undefined, look: (url: string) => Promise<void>): Promise<void> {
  const target = await bareDatabase();
  try {
    await restoreInto(target.url, made.file, key, await checkArchive(made.file, key));
    await look(target.url);
  } finally {
    await target.drop();
  }
}

describe('the restore drill', () => {
  test('made under writers, restored elsewhere: one instant of the register, whose ledger and records agree and which goes on', async () => {
    const writers = await Promise.all([1, 2, 3, 4].map(async () => {
      const client = new Client({ connectionString: source.url });
      await client.connect();
      return client;
    }));
    const writing = { on: true };
    const underway = writers.map(async (client) => {
      let entered = 0;
      for (; writing.on; entered += 1) await enter(client);
      await client.end();
      return entered;
    });
    const made = await makeBackup({ url: source.url, file: archive(), madeAt: new Date() });
    writing.on = false;
    const entered = (await Promise.all(underway)).reduce((all, one) => all + one, 0);
    assert.ok(entered > 8, `only ${entered} changes were entered meanwhile`);
    await inRestored(made, undefined, (url) => asOwner(url, async (client) => {
      const { rows: [count] } = await client.query<{ changes: number; settings: number }>(
        "select (select count(*)::int from change where action = 'spec' and reason = 'spec') as changes, (select count(*)::int from setting where value = '1') as settings");
      assert.equal(count?.changes, count?.settings);
      const verdict = await verifyChain(client, ledgerKey, made.manifest.ledger.head ?? 'none');
      assert.deepEqual([verdict.fault, verdict.tail], [null, made.manifest.ledger.unsealed]);
      await enter(client); // the numbers go on, and the triggers are awake
      await assert.rejects(client.query("insert into setting (key, value) values ('x', '1')"), /no change stands behind/);
      const sealer = openSealer({ url, key: ledgerKey });
      assert.equal(await sealAll(sealer), made.manifest.ledger.unsealed + 1);
      await sealer.close();
      assert.equal((await verifyChain(client, ledgerKey)).fault, null);
    }));
  });

  for (const [what, key] of [['plain', undefined], ['encrypted', secret]] as const) {
    test(`${what}: every table is the same row by row, the derived ones too, and the person can sign in`, async () => {
      const made = await makeBackup({ url: source.url, file: archive(), key, madeAt: new Date() });
      assert.ok(made.manifest.tables.some(({ parts }) => parts > 2));
      assert.equal(statSync(made.file).mode & 0o777, 0o600);
      await inRestored(made, key, async (url) => {
        const kept = await allRows(source.url, 'kept');
        assert.ok(Object.values(kept).filter((rows) => rows.length > 0).length > 15);
        assert.deepEqual(await allRows(url, 'kept'), kept);
        const derived = await allRows(source.url, 'derived');
        // What was read in files is read again by a job, and nobody read any here.
        assert.deepEqual(Object.entries(derived).flatMap(([name, rows]) => (rows.length > 0 ? [] : [name])), ['file_reading']);
        assert.deepEqual(await allRows(url, 'derived'), derived);
        connect({ url });
        try {
          const known = await signIn({ ...ana, agent: 'spec', address: '127.0.0.1', today: '2026-03-01' });
          assert.equal(known.done, true);
        } finally {
          await disconnect();
        }
      });
    });
  }

  test('an owner who is no superuser, as of a managed Postgres, can do both', async () => {
    const target = await bareDatabase();
    const name = `clerk_${randomBytes(4).toString('hex')}`;
    const as = (url: string) => Object.assign(new URL(url), { username: name, password: 'spec' }).href;
    await asOwner(target.url, (client) => client.query(`create role ${name} login createrole password 'spec'; grant povelja_owner, povelja_app, povelja_reader to ${name};
      do $$ begin execute format('alter database %I owner to ${name}', current_database()); end $$`));
    try {
      const made = await makeBackup({ url: as(source.url), file: archive(), madeAt: new Date() });
      await restoreInto(as(target.url), made.file, undefined, await checkArchive(made.file, undefined));
      assert.deepEqual(await allRows(target.url, 'kept'), await allRows(source.url, 'kept'));
    } finally {
      await target.drop();
      await asOwner(source.url, (client) => client.query(`drop role ${name}`));
    }
  });

  test('nobody stays signed in, and links that were sent no longer open', async () => {
    await asOwner(source.url, async (client) => {
      await client.query("insert into session (id, person_id) select 'spec', id from person limit 1");
      await client.query("insert into one_time_link (id, purpose, expires_at) values ('spec', 'invitation', now() + interval '1 day')");
    });
    const made = await makeBackup({ url: source.url, file: archive(), madeAt: new Date() });
    await inRestored(made, undefined, (url) => asOwner(url, async (client) => {
      const { rows: [open] } = await client.query("select (select count(*)::int from session where ended_at is null) as sessions, (select count(*)::int from one_time_link where used_at is null) as links, (select count(*)::int from session) as all");
      assert.deepEqual(open, { sessions: 0, links: 0, all: 1 });
    }));
  });
});

describe('what cannot be restored is refused, and nothing is written', () => {
  let good: Made;
  let sealed: Made;
  first(async () => {
    good = await makeBackup({ url: source.url, file: archive(), madeAt: new Date() });
    sealed = await makeBackup({ url: source.url, file: archive(), key: secret, madeAt: new Date() });
  });

  const spoilt = (made: () => Made, spoil: (file: string, bytes: Buffer) => void) => () => {
    const file = path.join(folder(), path.basename(made().file));
    const bytes = readFileSync(made().file);
    writeFileSync(file, bytes);
    spoil(file, bytes);
    return file;
  };
  const flipped = (share: number) => (file: string, bytes: Buffer) => {
    const at = Math.floor((bytes.length - 1) * share);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
    writeFileSync(file, bytes);
  };
  const cut = (share: number) => (file: string, bytes: Buffer) => truncateSync(file, Math.floor(bytes.length * share));

  const broken: [string, () => string, string | undefined, RegExp][] = [
    ...[0.05, 0.4, 0.8].map((share): [string, () => string, undefined, RegExp] => [`a byte flipped at ${share}`, spoilt(() => good, flipped(share)), undefined, /damaged|not as the manifest|format|not in its place/]),
    ...[0.1, 0.6, 0.999].map((share): [string, () => string, undefined, RegExp] => [`cut short at ${share}`, spoilt(() => good, cut(share)), undefined, /damaged or cut short|not written to its end/]),
    ...[0.3, 0.7, 1].map((share): [string, () => string, string, RegExp] => [`encrypted, a byte flipped at ${share}`, spoilt(() => sealed, flipped(share)), secret, /damaged/]),
    ['encrypted, cut at the end of a chunk', spoilt(() => sealed, (file) => truncateSync(file, 40 + 65_552)), secret, /damaged or cut short/],
    ['encrypted, cut within its head', spoilt(() => sealed, (file) => truncateSync(file, 20)), secret, /cut short/],
    ['something behind its end', spoilt(() => sealed, (file) => appendFileSync(file, 'x')), secret, /damaged/],
    ['the wrong key', () => sealed.file, 'another key for backups, long enough', /BACKUP_KEY is not the key/],
    ['no key', () => sealed.file, undefined, /encrypted, and BACKUP_KEY is not set/],
    ['no backup at all', spoilt(() => good, (file) => writeFileSync(file, 'Povelja')), undefined, /no backup of Povelja/],
    ['no file', () => '/nowhere/at-all.tar.gz', undefined, /there is no file/],
  ];
  for (const [what, file, key, words] of broken) {
    test(what, () => assert.rejects(checkArchive(file(), key), { name: 'Unreadable', message: words }));
  }

  test('a newer schema', async () => {
    const target = await bareDatabase();
    const manifest = { ...good.manifest, migrations: [...good.manifest.migrations, { name: '9999_later.sql', hash: 'x' }] };
    await assert.rejects(restoreInto(target.url, good.file, undefined, manifest), /whose schema this one does not know.*9999_later/);
    assert.equal(await isBare(target.url), true);
    await target.drop();
  });

  test('a place that is not empty', async () => {
    const before = await allRows(source.url, 'kept');
    await assert.rejects(restoreInto(source.url, good.file, undefined, good.manifest), /not empty/);
    assert.deepEqual(await allRows(source.url, 'kept'), before);
  });

  test('rows that are not what the manifest says when they are read back', async () => {
    const target = await bareDatabase();
    const tables = good.manifest.tables.map((table) => (table.name === 'setting' ? { ...table, rows: table.rows + 1 } : table));
    await assert.rejects(restoreInto(target.url, good.file, undefined, { ...good.manifest, tables }), /table setting is not as the archive says/);
    assert.equal(await isBare(target.url), true);
    await target.drop();
  });
});

describe('no half backup', () => {
  test('where there is no room none is begun', async () => {
    const place = folder();
    await assert.rejects(makeBackup({ url: source.url, file: path.join(place, 'archive'), madeAt: new Date(), room: async () => 1_000_000 }), /no room for a backup in .*1 MB are free/);
    assert.deepEqual(readdirSync(place), []);
  });

  test('one that is given up leaves nothing', async () => {
    const place = folder();
    const leaving = new AbortController();
    const made = makeBackup({ url: source.url, file: path.join(place, 'archive'), madeAt: new Date(), signal: leaving.signal, room: async () => { setImmediate(() => leaving.abort()); return Infinity; } });
    await assert.rejects(made);
    assert.deepEqual(readdirSync(place), []);
  });

  test('one of the same name is not written over', async () => {
    const made = await makeBackup({ url: source.url, file: archive(), madeAt: new Date() });
    const { mtimeMs } = statSync(made.file);
    await assert.rejects(makeBackup({ url: source.url, file: made.file, madeAt: new Date() }), /there already/);
    assert.equal(statSync(made.file).mtimeMs, mtimeMs);
  });
});

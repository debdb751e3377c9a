import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { writtenHead } from '#db/chain/head.ts';
import { verifyChain } from '#db/chain/verify.ts';
import { makeBackup } from '#server/backup/make.ts';
import { checkArchive } from '#server/backup/read.ts';
import { restoreInto } from '#server/backup/restore.ts';
import { startSealing } from '#server/jobs/sealing.ts';
import { keepHead, keepingIn, keptHead, placeOfHead } from '#server/kept-head.ts';
import { enter, key, tamper } from '../db/sealed.ts';
import { asOwner, bareDatabase, freshDatabase } from '../fixtures.ts';
import { archive, folder } from './backup-ground.ts';
import { runErrand } from './run-errand.ts';

const [one, other] = [`7/7/${'a'.repeat(64)}`, `8/8/${'b'.repeat(64)}`];

describe('the file with the last head', () => {
  test('is written whole, for its owner alone, and can be forgotten', async () => {
    const data = path.join(folder(), 'data');
    assert.equal(keptHead(data), null);
    for (const head of [one, other]) {
      await keepHead(data, head);
      assert.equal(keptHead(data), head);
    }
    assert.deepEqual([readdirSync(path.join(data, 'secrets')), statSync(placeOfHead(data)).mode & 0o777], [['ledger-head'], 0o600]);
    await keepHead(data, null);
    assert.equal(keptHead(data), null);
  });

  test('where it is empty, cut off or something else, it is not taken for none', async () => {
    const data = folder();
    await keepHead(data, one);
    for (const spoilt of ['', one.slice(0, 40), 'head', `${one} ${other}`]) {
      writeFileSync(placeOfHead(data), spoilt);
      assert.throws(() => keptHead(data), /ledger-head holds no head of the ledger/);
      await assert.rejects(keepingIn(data, () => {}).last(), /holds no head/);
    }
  });

  test('where it cannot be written, that is told once, and the older one stays', async () => {
    const data = folder();
    const said: string[] = [];
    writeFileSync(path.join(data, 'secrets'), 'in the way');
    const keeping = keepingIn(data, (line) => said.push(line));
    for (const head of [one, other]) await keeping.keep(head);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /^The head of the ledger could not be kept in .*ledger-head: .*\. Sealing goes on/);
    rmSync(path.join(data, 'secrets'));
    await keeping.keep(other);
    assert.deepEqual([said.length, keptHead(data)], [1, other]);
  });
});

/** Runs the sealing on this database until all is sealed or something was said, and answers with what was said. */
async function sealed(url: string, data: string): Promise<string[]> {
  const said: string[] = [];
  const job = startSealing({ url, key, keeping: keepingIn(data, (line) => said.push(line)), log: (line) => said.push(line) });
  const waiting = () => asOwner(url, async (client) => (await client.query('select from change where mac is null limit 1')).rows.length);
  for (const since = performance.now(); said.length === 0 && (await waiting()) > 0 && performance.now() - since < 20_000;) await wait(50);
  await job.close();
  return said;
}

const headOf = (url: string) => asOwner(url, async (client) => writtenHead((await verifyChain(client, key)).head ?? assert.fail('no head')));

describe('the sealing and the kept head', () => {
  test('a first start keeps it; rewritten history is refused aloud, named by ledger:verify, and nothing is sealed', async () => {
    const [database, data] = [await freshDatabase(), folder()];
    const env = { DATABASE_URL: database.url, DATA_DIR: data, LEDGER_KEY: key };
    assert.deepEqual(await sealed(database.url, data), []);
    const head = await headOf(database.url);
    assert.equal(keptHead(data), head);
    const well = await runErrand(['ledger:verify'], env);
    assert.deepEqual([well.code, well.err], [0, '']);
    assert.match(well.out, new RegExp(`^The ledger is whole: \\d+ changes.*\nHead: ${head}\nThe head that this machine kept is ${head}\\.\nThe register is as the ledger says\\.\nCompared: \\d{3,} rows of \\d\\d tables`));

    await asOwner(database.url, (client) => tamper(client, "update change set mac = null, reason = 'another' where seq > (select max(seq) - 30 from change)"));
    const [said, ...more] = await sealed(database.url, data);
    assert.match(said ?? '', /^The ledger could not be sealed: The head \S+, which was kept here, is no longer in the chain/);
    assert.deepEqual([more, keptHead(data)], [[], head]);
    const named = await runErrand(['ledger:verify'], env);
    assert.deepEqual([named.code, named.out], [1, '']);
    assert.match(named.err, new RegExp(`The ledger is not whole\\. The head ${head} is not in the chain.*\n(?:.*\n)*That head was kept by this machine, in .*ledger-head\\.`));
    writeFileSync(placeOfHead(data), '');
    assert.match((await runErrand(['ledger:verify'], env)).err, /holds no head of the ledger/);
    assert.match((await sealed(database.url, data))[0] ?? '', /^The ledger could not be sealed: .*ledger-head holds no head/);
    await database.drop();
  });

  test('a restore into the same place sets it anew; brought back otherwise it is told, until somebody takes the file away', async () => {
    const [database, target, past, data] = [await freshDatabase(), await bareDatabase(), await bareDatabase(), folder()];
    await sealed(database.url, data);
    const older = await headOf(database.url);
    const made = await makeBackup({ url: database.url, file: archive(), madeAt: new Date() });
    await asOwner(database.url, enter);
    await sealed(database.url, data);
    assert.notEqual(keptHead(data), older);

    await restoreInto(past.url, made.file, undefined, await checkArchive(made.file, undefined)); // as pg_restore would: nobody tells the sealing
    await asOwner(past.url, enter);
    assert.match((await sealed(past.url, data))[0] ?? '', /is no longer in the chain.*the database was brought back otherwise/);
    assert.equal(await asOwner(past.url, async (client) => (await client.query('select from change where mac is null')).rows.length), 1);
    rmSync(placeOfHead(data));
    assert.match((await sealed(past.url, data))[0] ?? '', new RegExp(`^No head of the ledger was kept in .*ledger-head, so the one in the database is believed: ${older}\\.`));

    await keepHead(data, other);
    const cut = await bareDatabase();
    const brokenOff = await runErrand(['restore', made.file], { DATABASE_URL: cut.url, DATA_DIR: data, LEDGER_KEY: key }, undefined, /Every table is as the archive says/);
    assert.deepEqual([brokenOff.code, /Compared/.test(brokenOff.err), keptHead(data)], [null, false, older]);
    await asOwner(cut.url, enter);
    assert.deepEqual(await sealed(cut.url, data), []);
    await cut.drop();

    await keepHead(data, other);
    const restored = await runErrand(['restore', made.file], { DATABASE_URL: target.url, DATA_DIR: data, LEDGER_KEY: key });
    assert.equal(restored.code, 0, restored.err);
    assert.match(restored.err, /The register is as the ledger says\.\nCompared: \d+ rows of \d+ tables/);
    assert.equal(keptHead(data), older);
    await asOwner(target.url, enter);
    assert.deepEqual(await sealed(target.url, data), []);
    await Promise.all([database.drop(), target.drop(), past.drop()]);
  });

  test('an archive into which an admin was put, with every checksum right, is not called whole, and the kept head stays', async () => {
    const [database, target, data] = [await freshDatabase(), await bareDatabase(), folder()];
    await sealed(database.url, data);
    const person = '00000000-0000-4000-8000-000000000001';
    await asOwner(database.url, (client) => tamper(client, `insert into person (id) values ('${person}')`, `insert into grant_of_right (person_id, role) values ('${person}', 'admin')`));
    const made = await makeBackup({ url: database.url, file: archive(), madeAt: new Date() });
    await keepHead(data, other);
    for (const [words, env] of [[[], { LEDGER_KEY: key }], [['--unproven'], { LEDGER_KEY: '' }]] as const) {
      const restored = await runErrand(['restore', made.file, ...words], { DATABASE_URL: target.url, DATA_DIR: data, ...env });
      assert.equal(restored.code, 1);
      assert.match(restored.err, /The register is not as the ledger says\.\ngrant_of_right \S{36} has no revision: it was put in past the ledger\nperson \S{36} has no revision.*\n(?:.*\n)*Do not use what came back/);
      assert.equal(readFileSync(placeOfHead(data), 'utf8').trim(), other);
      await asOwner(target.url, (client) => client.query('drop schema public cascade; create schema public; grant all on schema public to povelja_owner'));
    }
    await Promise.all([database.drop(), target.drop()]);
  });
});

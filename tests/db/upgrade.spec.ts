import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSealer } from '#db/chain/sealing.ts';
import { verifyChain } from '#db/chain/verify.ts';
import { connect, disconnect, reader } from '#db/client.ts';
import { migrate, migrationsAfter } from '#db/migrate.ts';
import { organisation } from '#db/schema/organisation.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { revise } from '#office/organisation/write.ts';
import { signIn } from '#office/person/sign-in.ts';
import { eq } from 'drizzle-orm';
import { asOwner, bareDatabase } from '../fixtures.ts';
import { parsed, staff } from '../verbs.ts';
import { disagreements } from './agreement.ts';
import { ana, changedRows, layOlder, olderDatabases, olderKey } from './older.ts';
import { sealAll } from './sealed.ts';

describe('a database of an older version', () => {
  for (const older of olderDatabases) {
    test(`${older}, brought to this one by two starts at once: every row and revision, the ledger, signing in, and work that goes on`, async () => {
      const database = await bareDatabase();
      await layOlder(database.url, older);
      await Promise.all([migrate(database.url), migrate(database.url)]);
      await asOwner(database.url, async (client) => {
        const { rows } = await client.query<{ name: string }>('select name from applied_migration order by 1');
        assert.deepEqual(rows.map(({ name }) => name), migrationsAfter([]));
        assert.deepEqual(await changedRows(client), []);
        assert.deepEqual(await disagreements(client), []);
      });
      connect({ url: database.url });
      try {
        assert.equal((await signIn({ ...ana, agent: 'spec', address: '127.0.0.1', today: '2026-03-01' })).done, true);
        const [old] = await reader().select({ id: organisation.id, version: organisation.version }).from(organisation).where(eq(organisation.slug, 'ustanova-iz-starine'));
        assert.ok(old);
        const outcome = await revise(staff('publisher'), { id: old.id, version: old.version, entry: parsed(organisationEntry, { 'name.sr-Cyrl': ['Установа данас'], 'name.en': ['An institution of today'], kind: ['ngo'] }) });
        assert.ok(outcome.done, JSON.stringify(outcome));
      } finally {
        await disconnect();
      }
      const sealer = openSealer({ url: database.url, key: olderKey });
      await sealAll(sealer);
      await sealer.close();
      await asOwner(database.url, async (client) => {
        const { fault, tail } = await verifyChain(client, olderKey);
        assert.deepEqual([fault, tail], [null, 0]);
        assert.deepEqual(await disagreements(client), []);
      });
      await database.drop();
    });
  }

  test('of which a row is touched by an upgrade is found out', async () => {
    const database = await bareDatabase();
    await layOlder(database.url, '0001');
    await migrate(database.url);
    await asOwner(database.url, async (client) => {
      await client.query("set session_replication_role = replica; update organisation set note = '{}' where slug = 'usaid'; delete from revision where seq = 3; set session_replication_role = origin");
      const [note, gone] = await changedRows(client);
      assert.match(note ?? '', /^organisation: .*"NI-ORG-005"/);
      assert.match(gone ?? '', /^revision: .*"seq": 3/);
      assert.match((await disagreements(client)).join(), /organisation .* is not as its last revision/);
    });
    await database.drop();
  });
});

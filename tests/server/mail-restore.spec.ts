import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { connect, disconnect, reader } from '#db/client.ts';
import { openSealer } from '#db/chain/sealing.ts';
import { outbox } from '#db/schema/outbox.ts';
import { aside } from '#office/change.ts';
import { release } from '#office/mail/write.ts';
import { secretHash } from '#office/person/secret.ts';
import { post } from '#office/posting.ts';
import { makeBackup } from '#server/backup/make.ts';
import { checkArchive } from '#server/backup/read.ts';
import { restoreInto } from '#server/backup/restore.ts';
import { postHead } from '#server/jobs/heading.ts';
import { sendDue } from '#server/jobs/mailing.ts';
import { asOwner, bareDatabase, emptyDatabase } from '../fixtures.ts';
import { key as ledgerKey, sealAll } from '../db/sealed.ts';
import { asAdmin, invited } from '../office/person-ground.ts';
import { archive } from './backup-ground.ts';
import { mailServer, opened } from './mail-server.ts';

process.env.AUTH_SECRET = 'a secret of the specs that is long enough';
process.env.PUBLIC_URL = 'https://povelja.example';
const open = new AbortController().signal;

describe('letters after a restore, and the letter to the auditor', () => {
  test('what had not gone when the backup was made waits until somebody says so; a link is dead, what went stays gone', async () => {
    const [from, into, server] = [await emptyDatabase(), await bareDatabase(), await mailServer()];
    connect({ url: from.url });
    const ana = await invited('admin');
    const ids = await aside(async (db) => [
      await post(db, { kind: 'trial', to: { personId: ana.id }, occasion: 'went' }), await post(db, { kind: 'trial', to: { personId: ana.id }, occasion: 'waits' }),
      await post(db, { kind: 'invitation', recordId: ana.id, to: { personId: ana.id }, link: { id: secretHash(ana.secret), secret: ana.secret } }),
    ]);
    await aside((db) => db.update(outbox).set({ sentAt: sql`now()` as never }).where(sql`occasion = 'went'`));
    const { file } = await makeBackup({ url: from.url, file: archive(), madeAt: new Date() });
    await disconnect();
    await restoreInto(into.url, file, undefined, await checkArchive(file, undefined));
    connect({ url: into.url });
    assert.equal((await sendDue(server.mail, open)).sent, 0);
    const rows = await reader().select().from(outbox);
    assert.deepEqual(rows.map(({ occasion, fault, heldAt, sealed }) => [occasion === secretHash(ana.secret) ? 'link' : occasion, fault, heldAt !== null, sealed]).toSorted(),
      [['link', 'linkDead', false, null], ['waits', 'restored', true, null], ['went', null, false, null]]);
    assert.ok((await release(asAdmin(ana), ids[1]!)).done);
    assert.equal((await sendDue(server.mail, open)).sent, 1);
    assert.equal(server.came.length, 1);
    await disconnect();
    await Promise.all([server.close(), from.drop(), into.drop()]);
  });

  test('the auditor gets the head of the ledger once a day, and it is found in the chain', async () => {
    const [database, server] = [await emptyDatabase(), await mailServer()];
    connect({ url: database.url });
    await invited('admin');
    const sealer = openSealer({ url: database.url, key: ledgerKey });
    await sealAll(sealer);
    await sealer.close();
    for (const day of ['2026-11-22', '2026-11-22', '2026-11-23']) await Promise.all([postHead('revizor@drugde.example', day), postHead('revizor@drugde.example', day)]);
    assert.equal((await sendDue(server.mail, open)).sent, 2);
    const { body, subject } = opened(server.came[0]!.text);
    const head = /^(\d+\/\d+\/[0-9a-f]{64})$/m.exec(body)?.[1] ?? '';
    assert.match(subject, /^Печат дневника измена, 2[23]\. новембар 2026\.$/);
    assert.ok(body.includes(`npm run ledger:verify -- ${head}`));
    const { verifyChain } = await import('#db/chain/verify.ts');
    await asOwner(database.url, async (client) => {
      assert.equal((await verifyChain(client, ledgerKey, head)).fault, null);
      assert.match((await verifyChain(client, ledgerKey, [head, head.replace(/^\d+/, '999')])).fault ?? '', /999\/.* is not in the chain/);
    });
    await disconnect();
    await Promise.all([server.close(), database.drop()]);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitor } from '#office/viewer.ts';
import { unsealedLong } from '#office/audit/unsealed.ts';
import { tamper } from '../db/sealed.ts';
import { asOwner, useEmptyDatabase } from '../fixtures.ts';
import { staff } from '../verbs.ts';

const database = useEmptyDatabase();

test('whoever invites people is told of changes that wait long for their seal, and nobody else', async () => {
  const put = (ago: string) => asOwner(database.url(), (client) => tamper(client, `insert into change (at, actor_kind, action, noun, record_id) values (now() - interval '${ago}', 'system', 'spec', 'spec', gen_random_uuid())`));
  const told = () => Promise.all([staff('admin'), staff('publisher'), visitor].map((viewer) => unsealedLong(viewer)));
  await put('9 minutes');
  assert.deepEqual(await told(), [0, 0, 0]);
  await put('11 minutes');
  assert.deepEqual(await told(), [1, 0, 0]);
  await asOwner(database.url(), (client) => tamper(client, "update change set mac = 'x'"));
  assert.deepEqual(await told(), [0, 0, 0]);
});

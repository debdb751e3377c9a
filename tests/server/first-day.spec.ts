import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { disagreements } from '../db/agreement.ts';
import { asOwner, freshDatabase, useEmptyDatabase } from '../fixtures.ts';
import { today } from '../cluster.ts';
import { ana } from './backup-ground.ts';
import { alone } from '#db/alone.ts';
import { fillWhereEmpty, letFirstIn } from '#server/first-day.ts';

describe('two instances that start at once on an empty register', () => {
  const database = useEmptyDatabase();
  const publicUrl = new URL('https://povelja.example');
  const counts = (url: string) => asOwner(url, async (client) => (await client.query(
    'select (select count(*)::int from organisation) as organisations, (select count(*)::int from agreement_act) as acts, (select count(*)::int from milestone) as milestones, (select count(*)::int from change) as changes, (select count(*)::int from revision) as revisions')).rows[0] as object);

  test('lay the office’s records down once between them', async () => {
    const once = await freshDatabase();
    await Promise.all([1, 2, 3].map(() => alone(database.url(), () => fillWhereEmpty('office', today, () => {}))));
    assert.deepEqual(await counts(database.url()), await counts(once.url));
    assert.deepEqual(await asOwner(database.url(), disagreements), []);
    await once.drop();
  });

  test('let the first person in once, and both come up', async () => {
    const said: string[] = [];
    const firstAdmin = { email: ana.email, password: ana.password };
    await Promise.all([1, 2, 3].map(() => letFirstIn({ firstAdmin, publicUrl }, (line) => said.push(line))));
    assert.equal(said.length, 1);
    assert.equal((await asOwner(database.url(), (client) => client.query('select from person'))).rows.length, 1);
  });
});

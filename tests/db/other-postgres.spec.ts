import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { Client, escapeIdentifier } from 'pg';
import { admit } from '#db/admit.ts';
import { migrate } from '#db/migrate.ts';
import { asOwner, bareDatabase, emptyDatabase } from '../fixtures.ts';

describe('a Postgres of the town’s own', () => {
  const [site, owner, password] = [`site_${randomUUID().slice(0, 8)}`, `owner_${randomUUID().slice(0, 8)}`, randomUUID()];
  after(() => made?.drop());
  let made: Awaited<ReturnType<typeof emptyDatabase>> | undefined;

  test('the account of the site becomes the app and the reader without anybody’s help, and no more than these', async () => {
    made = await emptyDatabase();
    await told(made.url, `create role ${site} login password '${password}'`, `create role ${owner} login createrole password '${password}'`);
    const url = as(made.url, site);
    await assert.rejects(told(url, 'set role povelja_reader'), /permission denied to set role/);
    await assert.rejects(admit(as(made.url, owner), url), /grant povelja_app, povelja_reader/);
    for (const role of ['app', 'reader']) await told(made.url, `grant povelja_${role} to ${owner} with admin option`);
    await admit(as(made.url, owner), url);
    await admit(as(made.url, owner), url);
    await told(url, 'set role povelja_reader', 'set role povelja_app');
    await assert.rejects(told(url, 'set role povelja_owner'), /permission denied to set role/);
    await told(made.url, `drop role ${site}`, `drop role ${owner}`);
  });

  test('one that is too old is told by its version before anything is made', async () => {
    const database = await bareDatabase();
    const name = escapeIdentifier(new URL(database.url).pathname.slice(1));
    await told(database.url,
      'create schema older',
      `create function older.current_setting(text) returns text language sql as $$ select case $1 when 'server_version_num' then '160009' else '16.9 (Debian)' end $$`,
      `alter database ${name} set search_path = older, pg_catalog, public`);
    await assert.rejects(migrate(database.url), /^Error: Povelja needs Postgres 17 or newer; the one that DATABASE_URL names is 16\.9 \(Debian\)\.$/);
    await asOwner(database.url, async (client) => {
      const { rows } = await client.query("select from pg_tables where schemaname = 'public'");
      assert.equal(rows.length, 0);
    });
    await database.drop();
  });

  function as(url: string, name: string): string {
    return Object.assign(new URL(url), { username: name, password }).href;
  }

  async function told(url: string, ...lines: string[]): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      for (const line of lines) await client.query(line);
    } finally {
      await client.end();
    }
  }
});

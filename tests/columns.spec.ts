import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asOwner, useEmptyDatabase } from './fixtures.ts';
import { columns, readingOf } from './columns.ts';

const database = useEmptyDatabase();

type Column = { readonly table: string; readonly column: string };

function columnsThere(): Promise<Column[]> {
  return asOwner(database.url(), async (client) => (await client.query<Column>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name where c.table_schema = 'public' order by 1, 2`)).rows);
}

const unsaid = (there: readonly Column[]) => there.filter(({ table, column }) => readingOf(table, column) === undefined).map(({ table, column }) => `${table}.${column}`);

describe('the columns', () => {
  test('of each it is said who may read it, and nothing is said of columns that are not there', async () => {
    const there = await columnsThere();
    assert.deepEqual(unsaid(there), []);
    const known = new Set(there.map(({ table, column }) => `${table}.${column}`));
    const said = Object.entries(columns).flatMap(([table, readings]) => Object.values(readings).flatMap((list) => list.split(' ').filter(Boolean).map((column) => `${table}.${column}`)));
    assert.deepEqual(said.filter((one) => !known.has(one)), []);
    assert.ok(there.length > 400);
  });

  test('a new column, and a new table, are found', async () => {
    await asOwner(database.url(), (client) => client.query('alter table agreement add column whispered text'));
    await asOwner(database.url(), (client) => client.query('create table gossip (id uuid)'));
    try {
      assert.deepEqual(unsaid(await columnsThere()).filter((one) => /whispered|gossip/.test(one)), ['agreement.whispered', 'gossip.id']);
    } finally {
      await asOwner(database.url(), (client) => client.query('alter table agreement drop column whispered; drop table gossip'));
    }
  });
});

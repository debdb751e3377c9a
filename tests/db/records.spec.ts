import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Client } from 'pg';
import { inLines, isWhole, proveAll } from '#db/chain/prove.ts';
import { enterWithin, inSealed, key, one, sealAll, tamper } from './sealed.ts';

const [person, contact] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const bytes = Buffer.alloc(700_000, 'Повеља');

/** A person with a role, a name and a telephone number, and a document with a file in three pieces: all by a change. */
async function furnish(client: Client): Promise<void> {
  const store = randomUUID();
  for (const [place, from] of [0, 262_144, 524_288].entries()) await client.query('insert into file_chunk (store_key, place, bytes) values ($1, $2, $3)', [store, place, bytes.subarray(from, from + 262_144)]);
  await client.query('begin');
  await enterWithin(client);
  await client.query(`insert into person (id) values ('${person}')`);
  await client.query(`insert into grant_of_right (person_id, role) values ('${person}', 'reader')`);
  await client.query(`insert into personal (owner_id, field, value) values ('${person}', 'name', 'Ана Анић'), ('${contact}', 'phone', '+381 18 1')`);
  const { id } = await one<{ id: string }>(client, `insert into document (code, slug, title) values ('NI-DOC-901', 'ni-doc-901', '{"sr-Cyrl": "Записник"}') returning id`);
  await client.query("insert into document_file (document_id, role, name, mime, size, sha256, store_key) values ($1, 'scan', 'a.txt', 'text/plain', $2, $3, $4)", [id, bytes.length, createHash('sha256').update(bytes).digest('hex'), store]);
  await client.query('commit');
}

/** A furnished register, sealed to its end, which `spoil` then spoils; answers with what is told. */
function told(spoil: (client: Client) => Promise<unknown>): Promise<string[]> {
  let lines: string[] = [];
  return inSealed(async ({ client, sealer }) => {
    await furnish(client);
    await sealAll(sealer);
    assert.equal(isWhole(await proveAll(client, key, [])), true);
    await spoil(client);
    const proven = await proveAll(client, key, []);
    assert.equal(isWhole(proven), false);
    assert.equal(proven.chain?.fault, null);
    lines = inLines(proven);
  }).then(() => lines);
}

const spoilt: Record<string, [string, RegExp]> = {
  'an edited agreement': [`update agreement set title = jsonb_set(title, '{sr-Cyrl,text}', '"Други"') where code = (select min(code) from agreement)`, /^agreement \S+ \(\S{36}\) is not as its last revision left it, in change \d+: .*title$/],
  'an admin who was put in': [`insert into grant_of_right (person_id, role) values ('${person}', 'admin')`, /^grant_of_right \S{36} has no revision: it was put in past the ledger$/],
  'a role that was made a higher one': ["update grant_of_right set role = 'admin'", /^grant_of_right \S{36} is not as its last revision left it, in change \d+: role$/],
  'a record that was struck': ["delete from document_file", /^document_file \S{36} is gone, though change \d+ left it there$/],
  'another telephone number': [`update personal set value = '+381 18 2' where owner_id = '${contact}'`, /^personal phone \(\S{36}\) is not as its last revision left it, in change \d+: value$/],
  'a name that is gone past the gate': [`delete from personal where owner_id = '${person}'`, /^personal name \(\S{36}\) is gone/],
  'edited bytes of a file': ["update file_chunk set bytes = overlay(bytes placing '\\x00' from 100) where place = 1", /^file \S{36} of document NI-DOC-901 does not hold the bytes that were brought/],
  'a piece of a file that is missing': ['delete from file_chunk where place = 2', /^file \S{36} of document NI-DOC-901 does not hold/],
  'a file without bytes': ['delete from file_chunk', /^file \S{36} of document NI-DOC-901 has no bytes/],
  'a piece more': ["insert into file_chunk (store_key, place, bytes) select store_key, 3, '\\x00' from document_file", /^file \S{36} of document NI-DOC-901 does not hold/],
};

describe('the register against its ledger', () => {
  for (const [what, [statement, named]] of Object.entries(spoilt)) {
    test(`${what} is named`, async () => {
      const lines = await told((client) => tamper(client, statement));
      assert.equal(lines.filter((line) => named.test(line)).length, 1, lines.join('\n'));
    });
  }

  test('a table of which the database says that it is outside the ledger is compared all the same, and so is one whose functions were exchanged', async () => {
    const lines = await told(async (client) => {
      await client.query("create or replace function povelja_outside_ledger() returns text[] language sql immutable as $$ select array['grant_of_right', 'change', 'revision'] $$");
      await client.query('create schema false_friends; create function false_friends.to_jsonb(anyelement) returns jsonb language sql as $$ select null::jsonb $$');
      await client.query('set search_path = false_friends, public, pg_catalog');
      await tamper(client, `insert into grant_of_right (person_id, role) values ('${person}', 'admin')`);
    });
    assert.ok(lines.some((line) => line.startsWith('grant_of_right ')), lines.join('\n'));
  });

  test('a row that was struck by a change and put back past it is named', async () => {
    const lines = await told(async (client) => {
      await client.query('create temporary table held as select * from grant_of_right');
      await client.query('begin');
      await enterWithin(client);
      await client.query('delete from grant_of_right');
      await client.query('commit');
      await tamper(client, 'insert into grant_of_right select * from held');
    });
    assert.ok(lines.some((line) => /^grant_of_right \S{36} was struck and is there: change \d+ struck it$/.test(line)), lines.join('\n'));
  });

  test('a thousand edited rows are three lines and a number', async () => {
    const lines = await told((client) => tamper(client, `insert into setting (key, value) select 'x' || n, '1' from generate_series(1, 1000) n`));
    assert.equal(lines.filter((line) => line.startsWith('setting ')).length, 3);
    assert.ok(lines.includes('In all: 1000 rows and 0 files.'), lines.join('\n'));
  });

  test('an erased name, a column of a later version, and an instant written in another zone are no fault; what such a column holds since is', () => inSealed(async ({ client, sealer }) => {
    await client.query("set timezone = 'Asia/Tokyo'");
    await furnish(client);
    await client.query("set timezone = 'UTC'");
    await client.query("alter table grant_of_right add column note text, add column is_new boolean not null default false, add column tags text[] not null default '{}', add column made_at timestamptz not null default now()");
    await client.query('begin');
    await enterWithin(client);
    await client.query(`delete from personal where owner_id = '${person}'`);
    await client.query('commit');
    await sealAll(sealer);
    const proven = await proveAll(client, key, []);
    assert.equal(isWhole(proven), true, inLines(proven).join('\n'));
    await tamper(client, 'update grant_of_right set is_new = true');
    assert.match(inLines(await proveAll(client, key, [])).join('\n'), /^grant_of_right \S{36} is not as its last revision left it, in change \d+: is_new$/m);
  }));

  test('the whole laid-down register is as its ledger says, and without a key the records are compared all the same', () => inSealed(async ({ client }) => {
    const proven = await proveAll(client, key, []);
    const { agreements, tables } = await one<{ agreements: number; tables: number }>(client, `select (select count(*)::int from agreement) as agreements,
      (select count(*)::int from pg_tables where schemaname = 'public' and tablename <> all (povelja_outside_ledger())) as tables`);
    assert.ok(agreements > 0 && proven.records.rows > agreements);
    assert.equal(proven.records.tables, tables);
    assert.match(inLines(proven).join('\n'), /^The ledger is whole: \d+ changes are sealed, 0 wait for their seal\.\nThe register is as the ledger says\.\nCompared: \d+ rows of \d+ tables with their last revisions, 0 files \(0\.0 MB\) with their SHA-256\.\nNot compared.*\nIt took [\d.]+ s\.$/);
    const bare = await proveAll(client, undefined, []);
    assert.deepEqual([bare.chain, bare.records], [null, proven.records]);
  }));
});

import assert from 'node:assert/strict';
import { Client } from 'pg';
import { openSealer, type Sealer } from '#db/chain/sealing.ts';
import { freshDatabase } from '../fixtures.ts';

export const key = 'the key of a spec, which is long enough';

type At = { url: string; client: Client; sealer: Sealer };

/** Gives `work` a laid-down database whose ledger is sealed to its end, and a client as its owner. */
export function inSealed(work: (at: At) => Promise<void>): Promise<void> {
  return inUnsealed(async (at) => {
    await sealAll(at.sealer);
    await work(at);
  });
}

/** The same before anything is sealed. */
export async function inUnsealed(work: (at: At) => Promise<void>): Promise<void> {
  const database = await freshDatabase();
  const sealer = openSealer({ url: database.url, key });
  const client = new Client({ connectionString: database.url });
  try {
    await client.connect();
    await work({ url: database.url, client, sealer });
  } finally {
    await sealer.close();
    await client.end();
    await database.drop();
  }
}

export async function sealAll(sealer: Sealer): Promise<number> {
  let sealed = 0;
  for (let passed = await sealer.pass(); passed.sealed > 0; passed = await sealer.pass()) sealed += passed.sealed;
  return sealed;
}

/** As the owner with the triggers asleep: what the chain is there for. */
export async function tamper(client: Client, ...statements: string[]): Promise<void> {
  await client.query('set session_replication_role = replica');
  for (const statement of statements) assert.notEqual((await client.query(statement)).rowCount, 0, statement);
  await client.query('set session_replication_role = origin');
}

export async function one<T>(client: Client, query: string): Promise<T> {
  const { rows: [row] } = await client.query(query);
  assert.ok(row, query);
  return row as T;
}

export async function enter(client: Client): Promise<void> {
  await client.query('begin');
  await enterWithin(client);
  await client.query('commit');
}

/** A change with one revision, as a script of the owner would enter it. */
export async function enterWithin(client: Client): Promise<void> {
  await client.query(`with entered as (insert into change (actor_kind, action, noun, record_id, reason) values ('system', 'spec', 'setting', gen_random_uuid(), 'spec') returning seq)
    select set_config('povelja.change', seq::text, true) from entered`);
  await client.query("insert into setting (key, value) values (gen_random_uuid()::text, '1')");
}

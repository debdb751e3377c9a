import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import type { Postmaster } from './postmaster.ts';

/** Asks until the database answers a query, its postmaster ends, or the patience (milliseconds) does. */
export async function answersWithin(url: string, patience: number, postmaster: Postmaster): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && !postmaster.hasEnded()) {
    if (await answers(url)) return true;
    await wait(50);
  }
  return false;
}

/** Creates a database of this name where there is none. */
export async function createDatabase(url: string, name: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    return await Promise.race([sql`select 1`.then(() => true), wait(3_000, false, { ref: false })]);
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

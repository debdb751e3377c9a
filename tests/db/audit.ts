import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { reader } from '#db/client.ts';
import { aside } from '#office/change.ts';
import { disagreements } from './agreement.ts';
import type { Acknowledged } from './writers.ts';

export type Audit = {
  /** Acknowledged changes that are not in the ledger under their request with the name they gave, or whose record is gone. */
  readonly lost: readonly string[];
  /** Changes, revisions and records that do not agree with each other. */
  readonly half: readonly string[];
};

/** Compares what was acknowledged with what the database holds, over a connection of its own. */
export async function auditOf(url: string, acknowledged: readonly Acknowledged[]): Promise<Audit> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ request_id: string; row_id: string; name: string }>(`
      select c.request_id, r.row_id, r.after -> 'name' -> 'sr-Cyrl' ->> 'text' as name
      from change c join revision r on r.change_seq = c.seq and r.table_name = 'organisation' and r.row_id = c.record_id
      join organisation o on o.id = c.record_id`);
    const held = new Set(found.rows.map((row) => [row.request_id, row.row_id, row.name].join(' ')));
    const half: string[] = [];
    for (const [what, query] of wholes) {
      const { rows: [counted] } = await client.query<{ n: string }>(query);
      if (counted?.n !== '0') half.push(`${counted?.n} ${what}`);
    }
    half.push(...await disagreements(client));
    return {
      lost: acknowledged.filter(({ requestId, id, name }) => !held.has([requestId, id, name].join(' '))).map(({ name }) => name),
      half,
    };
  } finally {
    await client.end();
  }
}

/** Whether each connection that the office may open still can be used, all at once, and is idle afterwards. */
export async function spareConnections(url: string): Promise<{ unusable: number; busy: number }> {
  const [readers, writers] = [8, 6];
  const hold = sql`select pg_sleep(0.2)::text`;
  const asked = [
    ...Array.from({ length: readers }, () => reader().execute(hold)),
    ...Array.from({ length: writers }, () => aside((db) => db.execute(hold))),
  ];
  const used = asked.map((one) => one.then(() => true, () => false));
  const answers = await Promise.all(used.map((one) => Promise.race([one, wait(3_000, false, { ref: false })])));
  const client = new Client({ connectionString: url });
  await client.connect();
  // On a busy machine a connection is told idle a while after its answer came; one that hangs stays busy.
  let busy = 1;
  for (const until = Date.now() + 3_000; busy > 0 && Date.now() < until;) {
    await wait(100);
    const { rows } = await client.query<{ n: number }>("select count(*)::int as n from pg_stat_activity where application_name like 'povelja povelja_%' and state <> 'idle'");
    busy = rows[0]?.n ?? 0;
  }
  await client.end();
  return { unusable: answers.filter((usable) => !usable).length, busy };
}

const wholes: [string, string][] = [
  ['changes without their rows', `
    select count(*) as n from change c where (select count(*) from revision r where r.change_seq = c.seq)
      <> case c.action when 'organisation.draft' then 3 else 5 end`],
  ['records that are not as their last revision left them', `
    select count(*) as n from organisation o where not exists (
      select from revision r where r.row_id = o.id and r.table_name = 'organisation' and (r.after ->> 'version')::int = o.version and r.after -> 'name' = o.name)`],
  ['records whose version is not the number of their changes', `
    select count(*) as n from organisation o where version <> (select count(*) from change c where c.record_id = o.id)`],
  ['records without their two earlier names', `
    select count(*) as n from organisation o where (select count(*) from organisation_name p where p.organisation_id = o.id) <> 2`],
];

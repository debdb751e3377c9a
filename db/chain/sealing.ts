import { Client } from 'pg';
import { headOf, highestSealed, linkAt, unsealedAfter, type Link } from './lines.ts';
import { fits, makeSeal, readSeal, type Seal } from './seal.ts';

/** Seals what waits, on a connection of its own. `close` waits for the pass under way. */
export type Sealer = { pass(): Promise<Passed>; close(): Promise<void> };

/** How many changes a pass has sealed, and which it leaves alone since they must have been put in behind our back. */
export type Passed = { readonly sealed: number; readonly suspicious: readonly bigint[] };

/** The key is not the one with which the ledger was sealed so far. Nothing is sealed with it. */
export class WrongKey extends Error {
  constructor() {
    super('LEDGER_KEY is not the key that sealed the ledger so far, so nothing is sealed. Put the old one back.');
    this.name = 'WrongKey';
  }
}

const lockKey = 7_306_653;
const batch = 200;

/**
 * Opens a sealer on `url`. A pass is one short transaction: it takes up to 200 committed changes without a seal, in the order of
 * their numbers, and continues the chain with them; of several instances one seals at a time, and the others' passes do nothing.
 * Writers wait for it nowhere: it touches only rows that are committed, and no writer touches those. Where a transaction
 * of a lower number ends later, its change simply comes later in the chain, whose own positions have no gaps.
 */
export function openSealer({ url, key }: { url: string; key: string }): Sealer {
  let client: Client | null = null;
  let proven = false;
  let underway: Promise<unknown> = Promise.resolve();

  const pass = async (): Promise<Passed> => {
    const connected = (client ??= await connection(url, () => { client = null; proven = false; }));
    try {
      await connected.query('begin; set local role povelja_app');
      const { rows: [lock] } = await connected.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [lockKey]);
      const passed = lock?.mine ? await sealWaiting(connected) : nothing;
      await connected.query('commit');
      return passed;
    } catch (error) {
      await connected.query('rollback').catch(() => connected.connection.stream.destroy());
      throw error;
    }
  };

  const sealWaiting = async (connected: Client): Promise<Passed> => {
    const first = await unsealedAfter(connected, 0n, batch);
    if (first.length === 0) return nothing;
    const head = await headOf(connected);
    if (!proven) await prove(connected, key, head);
    proven = true;
    const highest = await highestSealed(connected);
    const suspicious = head ? first.filter((link) => isSuspicious(link, head, highest)) : [];
    // Those that are left alone stand first for ever, so the pass looks behind them.
    const last = suspicious.length === batch ? await unsealedAfter(connected, first.at(-1)?.seq ?? 0n, batch) : [];
    const waiting = [...first.filter((link) => !suspicious.includes(link)), ...last].slice(0, batch);
    await seal(connected, key, head, waiting);
    return { sealed: waiting.length, suspicious: suspicious.map(({ seq }) => seq) };
  };

  return {
    pass: () => {
      const mine = underway.then(pass, pass);
      underway = mine.catch(() => {});
      return mine;
    },
    async close() {
      await underway;
      await client?.end().catch(() => {});
    },
  };
}

/**
 * Whether a change without a seal was put in behind our back: its number lies below what is sealed, and its hour ten minutes
 * before the head's. No transaction of ours is open for so long. One that pretends to be new is new: it goes to the end.
 */
export function isSuspicious(link: Pick<Link, 'seq' | 'at'>, head: Pick<Link, 'at'>, highest: bigint): boolean {
  return link.seq < highest && Date.parse(link.at) < Date.parse(head.at) - 600_000;
}

const nothing: Passed = { sealed: 0, suspicious: [] };

async function seal(client: Client, key: string, head: Link | null, waiting: readonly Link[]): Promise<void> {
  let previous = sealIn(head);
  const seals = waiting.map((link) => {
    const bytes = makeSeal(key, previous, link);
    previous = readSeal(bytes);
    return bytes;
  });
  await client.query('update change set mac = made.mac from unnest($1::bigint[], $2::bytea[]) as made (seq, mac) where change.seq = made.seq and change.mac is null',
    [waiting.map(({ seq }) => String(seq)), seals]);
}

/** Refuses to go on where the head was not sealed with this key. */
async function prove(client: Client, key: string, head: Link | null): Promise<void> {
  const own = sealIn(head);
  if (!head || !own) return;
  const previous = own.position > 1n ? await linkAt(client, own.position - 1n) : null;
  if (!fits(key, sealIn(previous), own, head.digest)) throw new WrongKey();
}

function sealIn(link: Link | null): Seal | null {
  return link?.seal ? readSeal(link.seal) : null;
}

async function connection(url: string, gone: () => void): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000, query_timeout: 8_000, statement_timeout: 6_000, application_name: 'povelja sealing' });
  client.on('error', gone);
  client.on('end', gone);
  await client.connect();
  return client;
}

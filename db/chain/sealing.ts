import { Client } from 'pg';
import { headAt, readHead, writtenHead, type Head } from './head.ts';
import { earliestHonest, lastSeal, linkAt, unsealedAfter, unsealedBefore, type Link } from './lines.ts';
import { inMemory, LostHead, type Keeping } from './keeping.ts';
import { fits, makeSeal, readSeal, type Seal } from './seal.ts';

/** Seals what waits, on a connection of its own. `close` ends it, and a pass that is under way is undone. */
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
 * their numbers, and continues the chain with them; of several instances one seals at a time, and the others' passes only look.
 * Writers wait for it nowhere: it touches only rows that are committed, and no writer touches those. Where a transaction
 * of a lower number ends later, its change simply comes later in the chain, whose own positions have no gaps.
 *
 * The last head is kept by `keeping`, out of the database's reach: where it is no longer in the chain, somebody has taken seals away, and
 * a pass throws LostHead instead of sealing anew what may have been rewritten.
 */
export function openSealer({ url, key, keeping = inMemory() }: { url: string; key: string; keeping?: Keeping }): Sealer {
  let client: Client | null = null;
  /** Undefined until the kept one was read; null while there is none. */
  let known: Head | null | undefined;
  /** Whether the key was seen to fit the head since the connection was made: at a start the kept head says nothing of the key. */
  let proven = false;
  let underway: Promise<unknown> = Promise.resolve();

  const pass = async (): Promise<Passed> => {
    if (known === undefined) known = await keptBy(keeping);
    const connected = (client ??= await connection(url, () => { [client, proven] = [null, false]; }));
    try {
      await connected.query('begin; set local role povelja_app; set local search_path = pg_catalog, public; set local synchronous_commit = on');
      const { rows: [lock] } = await connected.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [lockKey]);
      await follow(connected);
      const { passed, last } = lock?.mine ? await sealWaiting(connected) : { passed: nothing, last: null };
      await connected.query('commit');
      if (last) await keeping.keep(writtenHead(known = last));
      return passed;
    } catch (error) {
      await connected.query('rollback').catch(() => connected.connection.stream.destroy());
      throw error;
    }
  };

  /** Looks whether the chain still leads to where we have seen it last, and takes over what other instances have sealed since. */
  const follow = async (connected: Client): Promise<void> => {
    const end = await lastSeal(connected);
    const head = headAt(end);
    if (end && !head) throw new LostHead(`Change ${end.seq} bears bytes that are no seal.`);
    const isKnown = known && head && writtenHead(head) === writtenHead(known);
    if (known && !isKnown && !(await isInChain(connected, known))) throw new LostHead(`The head ${writtenHead(known)}, which was kept here, is no longer in the chain: somebody has taken seals away, or the database was brought back otherwise than by npm run restore.`);
    if (!head || (isKnown && proven)) return;
    await prove(connected, key, head);
    proven = true;
    if (isKnown) return;
    const isNew = known === null;
    known = head;
    await (isNew ? keeping.adopt(writtenHead(head)) : keeping.keep(writtenHead(head)));
  };

  const sealWaiting = async (connected: Client): Promise<{ passed: Passed; last: Head | null }> => {
    const honest = await earliestHonest(connected);
    const [waiting, suspicious] = [await unsealedAfter(connected, 0n, batch, honest), await unsealedBefore(connected, honest, batch)];
    if (waiting.length === 0) return { passed: { sealed: 0, suspicious }, last: null };
    const last = await seal(connected, key, known ? await linkAt(connected, known.position, known.seq) : null, waiting);
    return { passed: { sealed: waiting.length, suspicious }, last };
  };

  return {
    pass: () => {
      const mine = underway.then(pass, pass);
      underway = mine.catch(() => {});
      return mine;
    },
    async close() {
      await client?.end().catch(() => {});
    },
  };
}

const nothing: Passed = { sealed: 0, suspicious: [] };

/** Throws where what is kept is no head: sealing as if none had been kept would be what somebody spoilt it for. */
async function keptBy(keeping: Keeping): Promise<Head | null> {
  const kept = await keeping.last();
  const head = kept === null ? null : readHead(kept);
  if (kept !== null && !head) throw new LostHead('What was kept here as the last head is none.');
  return head;
}

async function isInChain(client: Client, { seq, position, mac }: Head): Promise<boolean> {
  const { rows } = await client.query('select from change where substring(mac from 1 for 40) = $2 and substring(mac from 1 for 8) = int8send($3::bigint) and seq = $1',
    [String(seq), Buffer.concat([place(position), Buffer.from(mac, 'hex')]), String(position)]);
  return rows.length === 1;
}

/** Continues the chain behind `head` and answers with the last seal that was made. */
async function seal(client: Client, key: string, head: Link | null, waiting: readonly Link[]): Promise<Head | null> {
  let previous = sealIn(head);
  const seals = waiting.map((link) => {
    const bytes = makeSeal(key, previous, link);
    previous = readSeal(bytes);
    return bytes;
  });
  await client.query('update change set mac = made.mac from unnest($1::bigint[], $2::bytea[]) as made (seq, mac) where change.seq = made.seq and change.mac is null',
    [waiting.map(({ seq }) => String(seq)), seals]);
  return headAt({ seq: waiting.at(-1)?.seq ?? 0n, seal: seals.at(-1) ?? null });
}

/** Refuses to go on where the head was not sealed with this key. */
async function prove(client: Client, key: string, head: Head): Promise<void> {
  const link = await linkAt(client, head.position, head.seq);
  const previous = head.position > 1n ? await linkAt(client, head.position - 1n, null) : null;
  const own = sealIn(link);
  if (!link || !own || !fits(key, sealIn(previous), own, link.digest)) throw new WrongKey();
}

function sealIn(link: Link | null): Seal | null {
  return link?.seal ? readSeal(link.seal) : null;
}

function place(position: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(position);
  return bytes;
}

async function connection(url: string, gone: () => void): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000, query_timeout: 8_000, statement_timeout: 6_000, application_name: 'povelja sealing' });
  client.on('error', gone);
  client.on('end', gone);
  await client.connect();
  return client;
}

import type { ClientBase } from 'pg';
import { headAt, writtenHead } from './head.ts';
import { changeLine, revisionLine, sealedAfter, type Link } from './lines.ts';

/** One change of the record in full: the lines that were hashed, as they were hashed. */
type Told = { readonly change: string; readonly revisions: readonly string[] };

/** A record's history with its proofs: all links of the chain, of which only those of the record are told in full. */
export type Proof = {
  readonly format: 'povelja-ledger-proof-1'; readonly code: string; readonly recordId: string; readonly head: string | null;
  readonly unsealed: readonly Told[];
  readonly chain: readonly ({ readonly seal: string; readonly digest: string } & Partial<Told>)[];
};

const nouns = ['agreement', 'membership', 'programme', 'project', 'milestone', 'organisation', 'document'];
const batch = 500;

/** The proof of the record with this code. Null where there is none. How to verify it: docs/running.md. */
export async function proofOf(client: ClientBase, code: string): Promise<Proof | null> {
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    const asked = nouns.map((noun) => `select id from ${noun} where code = $1`).join(' union all ');
    const { rows: [record] } = await client.query<{ id: string }>(asked, [code]);
    if (!record) return null;
    const told = await changesOf(client, record.id);
    const { chain, head } = await wholeChain(client, told);
    return { format: 'povelja-ledger-proof-1', code, recordId: record.id, head, unsealed: [...told.values()].filter(({ sealed }) => !sealed).map(({ change, revisions }) => ({ change, revisions })), chain };
  } finally {
    await client.query('rollback');
  }
}

async function wholeChain(client: ClientBase, told: Map<bigint, Told>): Promise<Pick<Proof, 'chain' | 'head'>> {
  const chain: Proof['chain'][number][] = [];
  let last: Link | undefined;
  for (;;) {
    const links: Link[] = await sealedAfter(client, last?.seal ? { seal: last.seal, seq: last.seq } : null, batch);
    for (const link of links) {
      const own = told.get(link.seq);
      chain.push({ seal: link.seal?.toString('hex') ?? '', digest: link.digest.toString('hex'), ...(own ? { change: own.change, revisions: own.revisions } : {}) });
    }
    last = links.at(-1) ?? last;
    if (links.length < batch) break;
  }
  const head = headAt(last ?? null);
  return { chain, head: head && writtenHead(head) };
}

async function changesOf(client: ClientBase, recordId: string): Promise<Map<bigint, Told & { sealed: boolean }>> {
  const { rows } = await client.query<{ seq: string; sealed: boolean; change: string; revisions: string[] }>(`
    select c.seq, c.mac is not null as sealed, ${changeLine} as change,
      array(select ${revisionLine} from revision r where r.change_seq = c.seq order by r.seq) as revisions
    from change c where c.record_id = $1 order by c.seq`, [recordId]);
  return new Map(rows.map(({ seq, ...own }) => [BigInt(seq), own]));
}

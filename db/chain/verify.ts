import type { ClientBase } from 'pg';
import { writtenHead, type Head } from './head.ts';
import { earliestHonest, sealedAfter, unsealedBefore, type Link } from './lines.ts';
import { fits, readSeal, type Seal } from './seal.ts';
import { inSnapshot } from './snapshot.ts';

/** What the walk found. `head` is the last seal that holds; `tail` counts the committed changes that still wait for one. */
export type Verdict = { readonly sealed: number; readonly head: Head | null; readonly tail: number; readonly fault: string | null; readonly falls: readonly Fall[] };

/** A place of the chain where the clock goes back by more than ten minutes: it was put right, or the change says another hour than its own. */
export type Fall = { readonly seq: bigint; readonly at: string; readonly before: string };

const batch = 500;
const tenMinutes = 600_000;

/**
 * Walks the whole chain and stops at the first row that is not as it was sealed. Seals nothing. With `expected`, heads that
 * were written down earlier, it also says whether each is still in the chain, so that a cut-off end is found.
 */
export function verifyChain(client: ClientBase, key: string, expected: string | readonly string[] = []): Promise<Verdict> {
  return inSnapshot(client, () => walkChain(client, key, [expected].flat()));
}

/** The same within a transaction that is open. */
export async function walkChain(client: ClientBase, key: string, expected: readonly string[]): Promise<Verdict> {
  const missing = new Set(expected);
  const falls: Fall[] = [];
  let last: { link: Link; seal: Seal; bytes: Buffer } | null = null;
  let sealed = 0;
  const verdict = (fault: string | null, tail = 0): Verdict => ({ sealed, head: last && headFrom(last.link, last.seal), tail, fault, falls });
  for (;;) {
    const links: Link[] = await sealedAfter(client, last && { seal: last.bytes, seq: last.link.seq }, batch);
    for (const link of links) {
      const bytes = link.seal ?? Buffer.alloc(0);
      const seal = readSeal(bytes);
      const fault = seal ? faultIn(key, last, link, seal) : `Change ${link.seq} carries bytes that are no seal.`;
      if (fault !== null || !seal) return verdict(fault);
      if (last && Date.parse(link.at) < Date.parse(last.link.at) - tenMinutes) told(falls, { seq: link.seq, at: link.at, before: last.link.at });
      last = { link, seal, bytes };
      sealed += 1;
      missing.delete(writtenHead(headFrom(link, seal)));
    }
    if (links.length < batch) break;
  }
  const { tail, fault } = await endOf(client);
  return verdict(fault ?? (missing.size === 0 ? null : `The head ${[...missing][0]} is not in the chain: rows at its end were cut off, or the head is of another register.`), tail);
}

/** So many are told; where a row of bad dates was put in, the first says enough. */
function told(falls: Fall[], fall: Fall): void {
  if (falls.length < 20) falls.push(fall);
}

function headFrom({ seq }: Link, { position, mac }: Seal): Head {
  return { seq, position, mac: mac.toString('hex') };
}

function faultIn(key: string, last: { link: Link; seal: Seal } | null, link: Link, seal: Seal): string | null {
  const expected = (last?.seal.position ?? 0n) + 1n;
  const before = last ? `after change ${last.link.seq}` : 'at the beginning';
  if (seal.position < expected) return `Change ${link.seq} carries the seal of another place (${seal.position}): it was inserted, or its seal was copied.`;
  if (seal.position > expected) {
    const missing = seal.position - expected;
    return `${missing === 1n ? 'One change is' : `${missing} changes are`} missing ${before}, before change ${link.seq}: deleted, or robbed of the seal.`;
  }
  const revision = revisionFault(link, seal);
  if (revision !== null) return revision;
  if (fits(key, last?.seal ?? null, seal, link.digest)) return null;
  return last
    ? `Change ${link.seq} is not as it was sealed: it was edited, moved, or its seal was exchanged.`
    : `Change ${link.seq}, the first of the chain, is not as it was sealed: it was edited, or LEDGER_KEY is not the key of this register.`;
}

function revisionFault({ seq, revisions }: Link, seal: Seal): string | null {
  const there = new Map(revisions.map((one) => [one.seq, one.digest]));
  for (const one of seal.revisions) {
    const digest = there.get(one.seq);
    if (!digest) return `Revision ${one.seq} of change ${seq} is missing.`;
    if (!digest.equals(one.digest)) return `Revision ${one.seq} of change ${seq} is not as it was sealed.`;
    there.delete(one.seq);
  }
  const [stranger] = there.keys();
  return stranger === undefined ? null : `Revision ${stranger} was added to change ${seq} after it had been sealed.`;
}

/** The rows that no seal covers: those that wait, and those that should not be there. */
async function endOf(client: ClientBase): Promise<{ tail: number; fault: string | null }> {
  const { rows: [orphan] } = await client.query<{ seq: string; change: string }>(
    'select r.seq, r.change_seq as change from revision r where not exists (select from change c where c.seq = r.change_seq) order by r.seq limit 1');
  if (orphan) return { tail: 0, fault: `Revision ${orphan.seq} belongs to change ${orphan.change}, which is missing.` };
  const honest = await earliestHonest(client);
  const [suspicious] = await unsealedBefore(client, honest, 1);
  if (suspicious !== undefined) return { tail: 0, fault: `Change ${suspicious} has no seal, though it claims to be older than sealed ones: it was inserted.` };
  const { rows: [tail] } = await client.query<{ n: string }>('select count(*) as n from change where mac is null');
  return { tail: Number(tail?.n), fault: null };
}

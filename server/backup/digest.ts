import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { to } from 'pg-copy-streams';
import { copyOut, type Table } from './tables.ts';

export type Digest = { readonly rows: number; readonly sha256: string };

/** Passes the rows of a table on in pieces of four megabytes or a little more, each of whole rows, and answers with their count and SHA-256. */
export async function readOut(client: ClientBase, table: Table, pass: (piece: Buffer) => Promise<void>): Promise<Digest> {
  const counting = countRows();
  let held: Buffer[] = [];
  let size = 0;
  for await (const bytes of client.query(to(copyOut(table))) as AsyncIterable<Buffer>) {
    counting.add(bytes);
    held.push(bytes);
    size += bytes.length;
    if (size < pieceSize || !bytes.includes(10)) continue;
    const piece = Buffer.concat(held);
    const end = piece.lastIndexOf(10) + 1;
    await pass(piece.subarray(0, end));
    [held, size] = [[piece.subarray(end)], piece.length - end];
  }
  if (size > 0) await pass(Buffer.concat(held));
  return counting.end();
}

/** Counts lines, which in Postgres' text format are rows, and hashes what it counts. */
export function countRows(): { add(bytes: Buffer): void; end(): Digest } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add(bytes) {
      hash.update(bytes);
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows += 1;
    },
    end: () => ({ rows, sha256: hash.digest('hex') }),
  };
}

const pieceSize = 4 * 1_048_576;

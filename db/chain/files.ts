import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** How many files were hashed, their bytes, and those whose bytes are not those that the ledger knows, the first in words. */
export type Hashed = { readonly files: number; readonly bytes: number; readonly faults: readonly string[]; readonly faulty: number };

type File = { readonly id: string; readonly of: string; readonly size: string; readonly sha256: string; readonly key: string };

const batch = 200;
const chunksAtOnce = 8;
const named = 20;

/** Hashes every file of a document, and of a proposal that waits, within a snapshot that is open; two megabytes of one are held at a time. */
export async function compareFiles(client: ClientBase): Promise<Hashed> {
  const faults: string[] = [];
  let [files, bytes, faulty] = [0, 0, 0];
  for (const asked of [ofDocuments, ofProposals]) {
    for (let after: string | null = null; ;) {
      const { rows }: { rows: File[] } = await client.query<File>(asked, [after, batch]);
      for (const file of rows) {
        const found = await hashOf(client, file.key);
        [files, bytes] = [files + 1, bytes + found.size];
        const fault = faultIn(file, found);
        if (fault === null) continue;
        faulty += 1;
        if (faults.length < named) faults.push(`file ${file.id} of ${file.of} ${fault}`);
      }
      if (rows.length < batch) break;
      after = rows.at(-1)?.id ?? null;
    }
  }
  return { files, bytes, faults, faulty };
}

function faultIn({ size, sha256 }: File, found: { size: number; sha256: string }): string | null {
  if (found.sha256 === sha256) return found.size === Number(size) ? null : `has ${found.size} bytes, and its row says ${size}`;
  return found.size === 0 ? 'has no bytes' : 'does not hold the bytes that were brought: its SHA-256 is another';
}

/** All its pieces in their order. */
async function hashOf(client: ClientBase, key: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for (let from = 0; ;) {
    const { rows } = await client.query<{ bytes: Buffer; place: number }>('select bytes, place from public.file_chunk where store_key = $1 and place >= $2 order by place limit $3', [key, from, chunksAtOnce]);
    for (const { bytes } of rows) {
      hash.update(bytes);
      size += bytes.length;
    }
    if (rows.length < chunksAtOnce) return { size, sha256: hash.digest('hex') };
    from = (rows.at(-1)?.place ?? 0) + 1;
  }
}

const ofDocuments = `select f.id, 'document ' || d.code as of, f.size, f.sha256, f.store_key as key from public.document_file f join public.document d on d.id = f.document_id
  where ($1::uuid is null or f.id > $1) order by f.id limit $2`;
/** What a decided proposal brought is swept, or became a document's. */
const ofProposals = `select f.id, 'proposal ' || p.id as of, f.size, f.sha256, f.store_key as key from public.proposal_file f join public.proposal p on p.id = f.proposal_id
  where p.state in ('open', 'returned') and ($1::uuid is null or f.id > $1) order by f.id limit $2`;

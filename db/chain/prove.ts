import type { ClientBase } from 'pg';
import { compareFiles, type Hashed } from './files.ts';
import { compareRecords, type Compared } from './records.ts';
import { inSnapshot } from './snapshot.ts';
import { walkChain, type Verdict } from './verify.ts';

/** Of one instant: the chain of seals (null where no key was given), the records against it, the files; and the seconds that it took. */
export type Proven = { readonly chain: Verdict | null; readonly records: Compared; readonly files: Hashed; readonly seconds: number };

/** Walks the whole chain, compares every row in the ledger with its last revision, and hashes every file. Writes nothing, and goes on where a part fails. */
export function proveAll(client: ClientBase, key: string | undefined, expected: readonly string[]): Promise<Proven> {
  const began = performance.now();
  return inSnapshot(client, async () => {
    const chain = key === undefined ? null : await walkChain(client, key, expected);
    const records = await compareRecords(client);
    const files = await compareFiles(client);
    return { chain, records, files, seconds: Math.round((performance.now() - began) / 100) / 10 };
  });
}

/** Whether nothing was found. */
export function isWhole({ chain, records, files }: Proven): boolean {
  return (chain?.fault ?? null) === null && records.faulty === 0 && files.faulty === 0;
}

/** What was looked at and what was found, line by line. */
export function inLines(proven: Proven): string[] {
  const { chain, records, files, seconds } = proven;
  return [
    ...chain ? ofChain(chain) : [],
    ...records.faulty + files.faulty > 0 ? ['The register is not as the ledger says.', ...records.faults, ...files.faults] : ['The register is as the ledger says.'],
    ...records.faulty > records.faults.length || files.faulty > files.faults.length ? [`In all: ${records.faulty} rows and ${files.faulty} files.`] : [],
    `Compared: ${records.rows} rows of ${records.tables} tables with their last revisions, ${files.files} files (${(files.bytes / 1_048_576).toFixed(1)} MB) with their SHA-256.`,
    'Not compared, since it is not in the ledger: passwords, second factors, sessions, links, letters, security events, what was typed and not sent, and what is derived from records (lists and search).',
    `It took ${seconds} s.`,
  ];
}

function ofChain({ fault, sealed, tail, falls }: Verdict): string[] {
  return [
    ...fault === null ? [`The ledger is whole: ${sealed} changes are sealed, ${tail} wait for their seal.`] : [`The ledger is not whole. ${fault}`, `${sealed} changes before it are as they were sealed.`],
    ...falls.map(({ seq, at, before }) => `Change ${seq} says that it was entered at ${at}, and the one before it in the chain at ${before}: the clock was put back, or one of the two hours is made up.`),
  ];
}

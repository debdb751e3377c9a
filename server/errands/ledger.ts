import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { headPattern, writtenHead } from '#db/chain/head.ts';
import { proofOf } from '#db/chain/proof.ts';
import { inLines, isWhole, proveAll } from '#db/chain/prove.ts';
import type { Config } from '#server/config.ts';
import type { Errand } from '#server/errand.ts';
import { keptHead, placeOfHead } from '#server/kept-head.ts';
import { ledgerKeyIn } from '#server/secrets.ts';
import { visitDatabase } from '#server/visit.ts';

/**
 * `ledger:verify [head …] [--heads FILE]`: proves the chain of seals, every row against its last revision, and every file, or names what is not as it was.
 * Seals nothing. Heads that were written down or mailed must still be in the chain, and the one that this machine keeps; a file may hold whole letters, each head is found.
 */
export const verifyLedger: Errand = async (config, words, say) => {
  const given = headsIn(words);
  const key = ledgerKeyIn(config.dataDir, config.secrets);
  if (key === undefined) throw new Error(`The key of the ledger is neither in LEDGER_KEY nor in ${config.dataDir}/secrets; without it nothing can be proven.`);
  const kept = keptHead(config.dataDir);
  const expected = [...new Set([...given, ...kept === null ? [] : [kept]])];
  const proven = await asReader(config, say, (client) => proveAll(client, key, expected));
  const isWell = isWhole(proven);
  const print = isWell ? (line: string) => process.stdout.write(`${line}\n`) : say;
  const [first = '', ...others] = inLines(proven);
  print(first);
  if (proven.chain?.head) print(`Head: ${writtenHead(proven.chain.head)}`);
  if (given.length > 1 && isWell) print(`All ${given.length} heads are in the chain.`);
  if (kept !== null) print(proven.chain?.fault?.includes(kept) ? `That head was kept by this machine, in ${placeOfHead(config.dataDir)}.` : `The head that this machine kept is ${kept}.`);
  others.forEach(print);
  return isWell;
};

/** Throws where a file holds none, so that nobody takes an empty one for a proof. */
function headsIn(words: readonly string[]): string[] {
  const at = words.indexOf('--heads');
  if (at < 0) return [...words];
  const file = words[at + 1];
  if (file === undefined) throw new Error('Name the file with the heads: npm run ledger:verify -- --heads letters.txt');
  const found = readFileSync(file, 'utf8').match(headPattern) ?? [];
  if (found.length === 0) throw new Error(`${file} holds no head. One looks like 4711/4711/3550d5…, with 64 digits at its end.`);
  return [...new Set([...words.slice(0, at), ...words.slice(at + 2), ...found])];
}

/** `ledger:export CODE`: the history of a record with its proofs, as JSON on standard output. */
export const exportLedger: Errand = async (config, [code], say) => {
  if (code === undefined) throw new Error('Name the record by its code: npm run --silent ledger:export -- AGR-0001 > history.json');
  const proof = await asReader(config, say, (client) => proofOf(client, code));
  if (!proof) throw new Error(`No record has the code ${code}.`);
  process.stdout.write(`${JSON.stringify(proof, null, 1)}\n`);
  return true;
};

async function asReader<T>(config: Config, say: (line: string) => void, ask: (client: Client) => Promise<T>): Promise<T> {
  const visit = await visitDatabase(config, say);
  const client = new Client({ connectionString: visit.url, connectionTimeoutMillis: 10_000, application_name: 'povelja ledger' });
  client.on('error', () => {}); // the query under way says it too
  try {
    await client.connect();
    await client.query('set role povelja_reader');
    return await ask(client);
  } finally {
    await client.end().catch(() => {});
    await visit.leave();
  }
}

import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { proofOf } from '#db/chain/proof.ts';
import { verifyChain, writtenHead } from '#db/chain/verify.ts';
import type { Config } from '#server/config.ts';
import type { Errand } from '#server/errand.ts';
import { ledgerKeyIn } from '#server/secrets.ts';
import { visitDatabase } from '#server/visit.ts';

/**
 * `ledger:verify [head …] [--heads FILE]`: proves the chain of seals, or names the first row that is not as it was sealed. Seals
 * nothing. Heads that were written down or mailed must still be in it; a file may hold whole letters, each head is found.
 */
export const verifyLedger: Errand = async (config, words, say) => {
  const expected = headsIn(words);
  const key = ledgerKeyIn(config.dataDir, config.secrets);
  if (key === undefined) throw new Error(`The key of the ledger is neither in LEDGER_KEY nor in ${config.dataDir}/secrets; without it nothing can be proven.`);
  const verdict = await asReader(config, say, (client) => verifyChain(client, key, expected));
  if (verdict.fault !== null) {
    say(`The ledger is not whole. ${verdict.fault}`);
    say(`${verdict.sealed} changes before it are as they were sealed.`);
    return false;
  }
  process.stdout.write(`The ledger is whole: ${verdict.sealed} changes are sealed, ${verdict.tail} wait for their seal.\n`);
  if (verdict.head) process.stdout.write(`Head: ${writtenHead(verdict.head)}\n`);
  if (expected.length > 1) process.stdout.write(`All ${expected.length} heads are in the chain.\n`);
  return true;
};

/** Throws where a file holds none, so that nobody takes an empty one for a proof. */
function headsIn(words: readonly string[]): string[] {
  const at = words.indexOf('--heads');
  if (at < 0) return [...words];
  const file = words[at + 1];
  if (file === undefined) throw new Error('Name the file with the heads: npm run ledger:verify -- --heads letters.txt');
  const found = readFileSync(file, 'utf8').match(/\b\d+\/\d+\/[0-9a-f]{64}\b/g) ?? [];
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

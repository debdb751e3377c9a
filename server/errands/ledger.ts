import { Client } from 'pg';
import { proofOf } from '#db/chain/proof.ts';
import { verifyChain, writtenHead } from '#db/chain/verify.ts';
import type { Config } from '#server/config.ts';
import type { Errand } from '#server/errand.ts';
import { ledgerKeyIn } from '#server/secrets.ts';
import { visitDatabase } from '#server/visit.ts';

/** `ledger:verify [head]`: proves the chain of seals, or names the first row that is not as it was sealed. Seals nothing. */
export const verifyLedger: Errand = async (config, [expected], say) => {
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
  return true;
};

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

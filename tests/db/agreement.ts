import type { Client } from 'pg';
import { compareRecords } from '#db/chain/records.ts';
import { inSnapshot } from '#db/chain/snapshot.ts';

/** Where ledger and data disagree, each in words, as `ledger:verify` says it; and a change behind which no revision stands. */
export function disagreements(client: Client): Promise<string[]> {
  return inSnapshot(client, async () => {
    const { faults, faulty } = await compareRecords(client);
    const { rows: empty } = await client.query<{ seq: string }>('select seq from change where not exists (select from revision where change_seq = change.seq) limit 4');
    return [...faults, ...faulty > faults.length ? [`${faulty} in all`] : [], ...empty.map(({ seq }) => `change ${seq} has no revision`)];
  });
}

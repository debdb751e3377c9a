import { connect, disconnect } from '#db/client.ts';
import { takeIn } from '#office/import/running.ts';
import { verbs } from '#server/jobs/importing.ts';

// A process of its own, to be killed in the middle: takes in whatever waits in the database of the address, batch by batch.
const [url = ''] = process.argv.slice(2);
connect({ url });
process.send?.('connected');
await takeIn(verbs, { today: () => '2026-11-21', rest: 0 });
await disconnect();
process.send?.('done');
process.disconnect();

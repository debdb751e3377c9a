import { migrate } from '#db/migrate.ts';

// A process of its own, to be killed in the middle.
const [url = ''] = process.argv.slice(2);
process.send?.('begun');
await migrate(url);
process.send?.('done');
process.disconnect();

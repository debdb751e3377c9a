import { connect, disconnect } from '#db/client.ts';
import { sendDue } from '#server/jobs/mailing.ts';
import type { Mail } from '#server/mail-config.ts';

// A process of its own, to be killed while it sends: hands over all letters that are due in the database of the address.
const [url = '', port = ''] = process.argv.slice(2);
const mail: Mail = { host: '127.0.0.1', port: Number(port), tls: 'none', login: undefined, from: 'povelja@povelja.example', auditor: undefined };
connect({ url });
await sendDue(mail, new AbortController().signal);
await disconnect();

// A process of its own: the least that Node can do to send given bytes from memory. Told what to send by its parent,
// it answers with its port; asked again, with the processor time that it has used, in milliseconds.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Bytes = { headers: string[]; body: string };

process.on('message', (told: Bytes | 'processor') => {
  if (told === 'processor') {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1_000);
    return;
  }
  const body = Buffer.from(told.body, 'base64');
  const server = createServer((_request, response) => {
    response.writeHead(200, told.headers);
    response.end(body);
  });
  server.keepAliveTimeout = 65_000;
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
process.once('disconnect', () => process.exit(0));

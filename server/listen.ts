import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { plainFault } from '#db/plain-fault.ts';

/** Opens the port. Throws a plain sentence where it is taken or may not be opened. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(reason(error, port, host))));
    server.listen(port, host, () => resolve());
  });
}

/**
 * For `notice` milliseconds answers as before, but keeps no connection, so that a proxy that asks whether we are ready sends its readers
 * elsewhere; then takes no new caller, lets those inside finish for up to `patience` milliseconds, and closes.
 */
export async function drain(server: Server, { notice, patience }: { notice: number; patience: number }): Promise<void> {
  server.prependListener('request', (_request, response) => { response.shouldKeepAlive = false; });
  if (notice > 0) await wait(notice);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // Who was answered when we were told to leave still holds his connection, and asks nothing on it.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const enough = new AbortController();
  const late = wait(patience, undefined, { signal: enough.signal }).catch(() => {});
  await Promise.race([closed, late]);
  clearInterval(idle);
  enough.abort();
  server.closeAllConnections();
}

function reason(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program. Stop that one, or set PORT to a free port.`;
  if (error.code === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
  if (error.code === 'EADDRNOTAVAIL') return `HOST is ${host}, which is not an address of this machine.`;
  return `Port ${port} on ${host} could not be opened: ${plainFault(error)}`;
}

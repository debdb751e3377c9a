import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/**
 * The loopback port of a home's cluster: the one kept from the last start while it is still free, else another. Taken
 * below the range that outgoing connections use, so nobody borrows it while Postgres restarts.
 */
export async function portOf(home: string): Promise<number> {
  const file = path.join(home, 'port');
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (kept > 0 && (await isFree(kept))) return kept;
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(20_000, 32_000);
    if (!(await isFree(port))) continue;
    writeFileSync(file, String(port));
    return port;
  }
  throw new Error('No free port was found on 127.0.0.1 for the database.');
}

/** Whether nobody listens on this port of the host. */
export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

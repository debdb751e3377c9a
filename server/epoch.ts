import { Client } from 'pg';

/** The age of the register as this instance knows it: every public change makes a new epoch. */
export type Epoch = {
  /** A number that never falls. Documents made under another one are old. */
  current(): number;
  /** False while changes might pass unheard; the cache must then be neither read nor filled. */
  trusted(): boolean;
  close(): Promise<void>;
};

const beatEvery = 1_000;
const beatLasts = 2_000;

/**
 * Listens to the ledger's channel on a connection of its own, since a pool reconnects without saying
 * what was missed. The connection beats every second; without an answered beat for two it is not
 * trusted, is cut, and is made anew; every new listening is a new epoch, because changes may have
 * been missed. Resolves once it listens, or at the first failure (untrusted, and trying on).
 */
export async function openEpoch({ url, channel = 'povelja_public' }: { url: string; channel?: string }): Promise<Epoch> {
  let epoch = 1;
  let closed = false;
  let failures = 0;
  let line: Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let heard = -Infinity;

  const lose = (client: Client): void => {
    if (line !== client) return;
    line = null;
    heard = -Infinity;
    client.connection.stream.destroy();
    if (!closed) retry = setTimeout(listen, Math.min(1_000, 25 * 2 ** failures++));
  };

  const beat = async (client: Client): Promise<void> => {
    const sent = performance.now();
    const late = setTimeout(lose, beatLasts, client);
    try {
      await client.query('select 1');
      if (line === client) heard = sent;
    } catch {
      lose(client);
    } finally {
      clearTimeout(late);
    }
  };

  const listen = async (): Promise<void> => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: beatLasts, application_name: 'povelja epoch' });
    line = client;
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    client.on('notification', () => {
      epoch += 1;
    });
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      epoch += 1;
      await beat(client);
      failures = 0;
    } catch {
      lose(client);
    }
  };

  const pulse = setInterval(() => line && heard > -Infinity && beat(line), beatEvery);
  await listen();

  return {
    current: () => epoch,
    trusted: () => performance.now() - heard < beatLasts,
    async close() {
      closed = true;
      clearInterval(pulse);
      clearTimeout(retry);
      const last = line;
      line = null;
      heard = -Infinity;
      await last?.end().catch(() => {});
    },
  };
}

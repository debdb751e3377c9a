import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the database that can fail: all office connections go through it. */
export type Line = {
  readonly url: string;
  /** Resets every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Keeps the connections open and lets not a byte through: a database that does not answer. */
  mute(): void;
  /** Every answer comes so many milliseconds later; 0 as usual. */
  delay(milliseconds: number): void;
  /** The line works again; what was muted is reset. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

export async function openLine(database: string): Promise<Line> {
  const far = new URL(database);
  const sockets = new Set<Socket>();
  let [silent, late] = [false, 0];
  const server = createServer((near) => {
    const there = connect(Number(far.port), far.hostname);
    for (const socket of [near, there]) {
      sockets.add(socket);
      socket.on('error', () => {}); // a reset is what we are here for
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        there.destroy();
      });
    }
    near.on('data', (bytes) => void (silent || there.write(bytes)));
    there.on('data', (bytes) => {
      if (late > 0) setTimeout(() => near.write(bytes), late);
      else if (!silent) near.write(bytes);
    });
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const cut = () => new Promise<void>((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.resetAndDestroy();
  });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(database);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    cut,
    mute: () => void (silent = true),
    delay: (milliseconds) => void (late = milliseconds),
    async restore() {
      if (server.listening) await cut();
      silent = false;
      await listen(port);
    },
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}

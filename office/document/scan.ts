import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const patience = 60_000;

/**
 * Lets clamd look at bytes (its command INSTREAM). `scanner` is `host:port` or the path of a socket. Throws where it does
 * not answer or cannot look: what was not looked at is not clean.
 */
export async function isClean(bytes: AsyncIterable<Uint8Array>, scanner: string): Promise<boolean> {
  const line = open(scanner);
  try {
    const answer = answerOf(line);
    answer.catch(() => {}); // awaited below; it may come, or fail, while we still send
    // A file that is too long for it is refused before all of it was sent, and the line ends.
    const said = await Promise.race([answer, sendAll(line, bytes).then(() => answer, (fault: unknown) => { if (line.destroyed) return answer; throw fault; })]);
    if (/: OK\0?$/.test(said)) return true;
    if (/ FOUND\0?$/.test(said)) return false;
    throw new Error(`The scanner could not look: ${said.slice(0, 100).replaceAll('\0', '')}`);
  } finally {
    line.destroy();
  }
}

async function sendAll(line: Socket, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await send(line, Buffer.from('zINSTREAM\0'));
  for await (const part of bytes) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    if (part.length > 0) await send(line, Buffer.concat([length, part]));
  }
  await send(line, Buffer.alloc(4));
}

function open(scanner: string): Socket {
  const [, host = '', port = ''] = /^\[?([^\]]+)\]?:(\d+)$/.exec(scanner) ?? [];
  const line = port ? connect(Number(port), host) : connect(scanner);
  line.on('error', () => {}); // whoever waits hears it too
  line.setTimeout(patience, () => line.destroy(new Error('The scanner is silent.')));
  return line;
}

async function send(line: Socket, bytes: Buffer): Promise<void> {
  if (line.destroyed) throw new Error('The scanner hung up.');
  if (!line.write(bytes)) await once(line, 'drain', { signal: AbortSignal.timeout(patience) });
}

function answerOf(line: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    line.on('data', (part) => void (said += part.toString()));
    line.on('close', () => (said ? resolve(said) : reject(new Error('The scanner said nothing.'))));
    line.on('error', reject);
    line.on('data', () => said.endsWith('\0') && resolve(said));
  });
}

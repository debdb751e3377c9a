import { spawn } from 'node:child_process';
import path from 'node:path';

/** What autocannon says of one run. Latency in milliseconds. */
export type Load = { rate: number; p99: number; failed: number };

type Said = { requests: { average: number }; latency: { p99: number }; errors: number; non2xx: number; timeouts: number };

const cannon = path.resolve(import.meta.dirname, '..', 'node_modules', 'autocannon', 'autocannon.js');

/** Asks for one address over and over, from a process of its own, for so many seconds over so many connections. */
export async function fire(url: string, { seconds, connections }: { seconds: number; connections: number }): Promise<Load> {
  const said = await run(['-j', '-n', '-c', `${connections}`, '-d', `${seconds}`, '-H', 'accept-encoding=br', url]);
  const { requests, latency, errors, non2xx, timeouts } = JSON.parse(said) as Said;
  return { rate: requests.average, p99: latency.p99, failed: errors + non2xx + timeouts };
}

function run(args: string[]): Promise<string> {
  const child = spawn(process.execPath, [cannon, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => { said += part.toString(); });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`autocannon ended with ${code}.`))));
  });
}

import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../app/plain-http.ts';
import { percentile, times, unkept, type Report } from './report.ts';

/**
 * So many connections that send their heads, or the bodies of posts, byte by byte and never come to an end, while ordinary
 * people read. Watches for `seconds`: readers are answered quickly all the time, and the slow are cut off one by one.
 */
export async function slowClients({ connections, seconds }: { connections: number; seconds: number }, address: string): Promise<Report> {
  const { hostname, port, host, origin } = new URL(address);
  const sockets: { socket: Socket; kind: 'head' | 'body'; gone: boolean }[] = [];
  for (let number = 0; number < connections; number += 1) {
    const kind = number % 2 === 0 ? 'head' as const : 'body' as const;
    const socket = connect(Number(port), hostname);
    const one = { socket, kind, gone: false };
    sockets.push(one);
    socket.on('error', () => {}); // being cut off is what we are here for
    socket.on('close', () => { one.gone = true; });
    socket.on('data', () => {}); // unread, the answer would hide the end
    socket.write(kind === 'head' ? `GET /en HTTP/1.1\r\nHost: ${host}\r\nX-Slow: ` : `POST /en/sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n--x`);
  }
  const dripping = setInterval(() => { for (const { socket, gone } of sockets) if (!gone) socket.write('a'); }, 1_000);
  const took: number[] = [];
  const bad: (number | string)[] = [];
  for (const end = performance.now() + seconds * 1_000; performance.now() < end;) {
    for (const at of ['/en', '/sr-Cyrl/agreements', '/en/sign-in', '/health/ready']) {
      const answer = await ask(`${address}${at}`).catch((error: Error) => ({ status: error.message, took: 30_000 }));
      took.push(answer.took);
      if (answer.status !== 200) bad.push(answer.status);
    }
    await wait(50);
  }
  clearInterval(dripping);
  const left = { head: held('head'), body: held('body') };
  for (const { socket } of sockets) socket.destroy();
  function held(kind: 'head' | 'body'): number {
    return sockets.filter((one) => one.kind === kind && !one.gone).length;
  }
  return {
    figures: [`${connections} slow connections for ${seconds} s: ${took.length} readers' requests meanwhile, ${times(took)}; still held: ${left.head} by slow heads, ${left.body} by slow bodies`],
    faults: unkept([
      [bad.length === 0, `readers were answered with ${[...new Set(bad)].join(', ')}`],
      [percentile(took, 0.99) < 1_000, `p99 of the readers ${Math.round(percentile(took, 0.99))} ms`],
      [left.head === 0, `${left.head} slow heads were not cut off`],
      [left.body === 0 || seconds < 45, `${left.body} slow bodies were not cut off`],
    ]),
  };
}

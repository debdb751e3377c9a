import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Who the reader is and under which name he came, after the proxies that we believe. */
export type Peer = { address: string; host: string; origin: string };

/**
 * Reads the reader's address: the last one in X-Forwarded-For that is no proxy of ours, or the
 * socket's where the socket is no proxy. The host is always the configured one, or an alias of
 * this machine where the site is served there: a Host header is only what the sender wrote.
 */
export function openPeers(publicUrl: URL, trustedProxies: readonly string[]): (request: IncomingMessage) => Peer {
  const believed = networks(trustedProxies);
  const aliases = originsOf(publicUrl);
  return (request) => {
    const origin = aliases.find((alias) => alias === request.headers.origin || alias === `http://${request.headers.host}`);
    const url = origin === undefined ? publicUrl : new URL(origin);
    return { address: readerAddress(request, believed), host: url.host, origin: url.origin };
  };
}

/** The origins that are this site: one, or on a machine of one's own its three names. */
export function originsOf(publicUrl: URL): string[] {
  const local = ['localhost', '127.0.0.1', '[::1]'];
  if (publicUrl.protocol !== 'http:' || !local.includes(publicUrl.hostname)) return [publicUrl.origin];
  const port = publicUrl.port === '' ? '' : `:${publicUrl.port}`;
  return [publicUrl.hostname, ...local.filter((name) => name !== publicUrl.hostname)].map((name) => `http://${name}${port}`);
}

/** Overwrites what a sender may claim about himself, so that whatever is behind the door may believe these headers. */
export function introduce(request: IncomingMessage, peer: Peer): void {
  for (const name of Object.keys(request.headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-') || name === 'x-real-ip') delete request.headers[name];
  }
  request.headers.host = peer.host;
  request.headers['x-forwarded-host'] = peer.host;
  request.headers['x-forwarded-proto'] = new URL(peer.origin).protocol.slice(0, -1);
  request.headers['x-forwarded-for'] = peer.address;
}

function readerAddress(request: IncomingMessage, believed: (address: string) => boolean): string {
  const socket = plain(request.socket.remoteAddress ?? '');
  if (!believed(socket)) return socket;
  const claimed = String(request.headers['x-forwarded-for'] ?? '').split(',').map((part) => plain(part.trim()));
  for (const address of claimed.toReversed()) {
    if (isIP(address) === 0) return socket;
    if (!believed(address)) return address;
  }
  return socket;
}

function networks(list: readonly string[]): (address: string) => boolean {
  const block = new BlockList();
  for (const entry of list) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) block.addAddress(address, family);
    else block.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && block.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** An IPv4 address seen through an IPv6 socket, without its wrapping. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

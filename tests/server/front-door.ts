import { createServer, request as send, type IncomingHttpHeaders, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { openDoor } from '#server/door.ts';
import { safetyHeaders } from '#server/headers.ts';
import { serverOptions, tuneServer } from '#server/hurry.ts';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };
export type Visit = { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer };
export type FakeNext = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** A door with a handler of the spec's own behind it, and what the spec may turn while it stands. */
export async function frontDoor(next: FakeNext, options: { publicUrl?: string; trustedProxies?: string[]; securityContact?: string; bytes?: number; dev?: boolean; patience?: number; sending?: number; server?: ServerOptions } = {}) {
  const turn = { epoch: 1, trusted: true, ready: true, mute: false, shaken: false };
  const reached: { url: string; method: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer({ ...serverOptions, ...options.server });
  tuneServer(server, safetyHeaders(new URL('https://povelja.example')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const door = openDoor({
    next: async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      reached.push({ url: request.url ?? '', method: request.method ?? '', headers: { ...request.headers }, body: Buffer.concat(parts).toString() });
      await next(request, response);
    },
    config: { publicUrl: new URL(options.publicUrl ?? `http://127.0.0.1:${port}`), trustedProxies: options.trustedProxies ?? [], securityContact: options.securityContact },
    dev: options.dev ?? false,
    epoch: { current: () => turn.epoch, trusted: () => turn.trusted, close: async () => {} },
    ready: () => (turn.mute ? new Promise(() => {}) : Promise.resolve(turn.ready)),
    shaken: () => turn.shaken,
    bytes: options.bytes,
    patience: options.patience,
    sending: options.sending,
  });
  server.on('request', door.listener);
  return {
    turn,
    reached,
    port,
    own: `http://127.0.0.1:${port}`,
    visit: (path: string, visit: Visit = {}) => visitAt(port, path, visit),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await door.close();
    },
  };
}

function visitAt(port: number, path: string, { method = 'GET', headers = {}, body }: Visit): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send({ host: '127.0.0.1', port, path, method, headers, agent: false }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () => {
        const whole = Buffer.concat(parts);
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: whole, text: whole.toString() });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Sends bytes that no client would, and answers the status line's number. */
export function sendRaw(port: number, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')));
    let said = '';
    socket.on('data', (part) => {
      said += part.toString('latin1');
      const status = /^HTTP\/1\.1 (\d{3})/.exec(said)?.[1];
      if (status === undefined) return;
      socket.destroy();
      resolve(Number(status));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`closed after: ${said}`)));
  });
}

/** A page as Next writes it: scripts, preloads, comments of React, and the payload for its client. */
export function nextPage(main: string, lang = 'en'): string {
  return (
    `<!DOCTYPE html><html lang="${lang}"><head><meta charSet="utf-8"/>` +
    '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>' +
    '<link rel="preload" as="font" href="/fonts/1/text.woff2" crossorigin=""/>' +
    '<script src="/_next/static/chunks/c.js" async=""></script><title>A &amp; &lt;b&gt;</title>' +
    '<script src="/_next/static/chunks/d.js" noModule=""></script></head><body><div hidden=""><!--$--><!--/$--></div>' +
    `<main>${main}</main><script id="_R_">(globalThis["TURBOPACK"] || []).push({});</script>` +
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script>' +
    '<script>self.__next_f.push([1,"5:[\\"$\\",\\"style\\",null,{\\"style\\":{\\"color\\":\\"red\\"}}]\\u003c/script>"])</script></body></html>'
  );
}

export function page(response: ServerResponse, main: string, status = 200): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'private, no-cache, no-store, max-age=0, must-revalidate');
  response.setHeader('Vary', 'rsc, next-router-state-tree');
  response.setHeader('Link', '</_next/static/chunks/a.css>; rel=preload; as="style"');
  response.write(nextPage(main));
  response.end();
}

/** What Next sends where a page throws. */
export function nextError(response: ServerResponse, status = 500): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.write('<!DOCTYPE html><html id="__next_error__"><head><script src="/_next/static/chunks/c.js"></script></head>');
  setTimeout(() => response.end('<body>secret words</body></html>'), 5);
}

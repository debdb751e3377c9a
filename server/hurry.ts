import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { RawHeaders } from './headers.ts';

/** How long a whole upload may take, in milliseconds: 25 MB over a line of a quarter of a megabit, twice. */
export const uploadTime = 1_800_000;

/** How long anything else may take to come in whole, in milliseconds. */
export const sendingTime = 30_000;

/** What the HTTP server is made with: nobody may hold a connection by sending his head slowly. What may be sent after it, `hurry` counts. */
export const serverOptions: ServerOptions = { requestTimeout: uploadTime, headersTimeout: 10_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 };

/** The rest, for the server once made: idle connections outlast a proxy's, silent ones end, and what is no HTTP gets a closed head. */
export function tuneServer(server: Server, safety: RawHeaders = []): void {
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  server.setTimeout(120_000);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => turnAway(error, socket as Socket, safety));
}

/**
 * Ends the connection of a request that has not come whole after `time` milliseconds, whatever it was answered meanwhile: one that
 * is refused and goes on sending a byte now and then would hold it for as long as an upload may take. Answers how to let it be.
 */
export function hurry(request: IncomingMessage, time: number): () => void {
  if ((request.headers['content-length'] ?? request.headers['transfer-encoding']) === undefined) return () => {};
  const late = setTimeout(() => request.complete || request.destroy(), time).unref();
  const letBe = (): void => clearTimeout(late);
  request.once('close', letBe);
  return letBe;
}

/** Who was answered before all had come has a minute to end: an upload may be slow, a refused one need not be. */
export function hurryOnceAnswered(request: IncomingMessage, response: ServerResponse, time = 60_000): void {
  response.once('finish', () => void setTimeout(() => request.complete || request.destroy(), time).unref());
}

const words: Record<string, string> = { HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large', ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout' };

// Node would answer without any of the headers of safety.
function turnAway(error: NodeJS.ErrnoException, socket: Socket, safety: RawHeaders): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return void socket.destroy();
  const head = safety.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${safety[at + 1]}`] : []));
  const lines = [`HTTP/1.1 ${words[error.code ?? ''] ?? '400 Bad Request'}`, ...head, "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'", 'Cache-Control: no-store', 'Content-Length: 0', 'Connection: close'];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
}

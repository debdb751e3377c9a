/** What we use of the package, which brings no types of its own. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type { BrotliOptions } from 'node:zlib';

  export default function compression(options: { threshold: number; brotli: BrotliOptions }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

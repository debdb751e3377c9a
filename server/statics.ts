import { globSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Ask } from './ask.ts';
import { openShelf, send } from './cache.ts';
import { pack } from './compress.ts';
import { closedPolicy, type RawHeaders } from './headers.ts';
import { versionless } from './versionless.ts';

/** Files that change only with a build: Next's own, and those in `public/`. */
export type Statics = {
  has(pathname: string): boolean;
  /** Sends the file; answers false where there is none. */
  lend(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean>;
};

const bytes = 24 * 1_048_576;

/** Keeps what was asked for in memory, compressed once. The names in `folder` are read at the start. */
export function openStatics(o: { ask: Ask; safety: RawHeaders; folder: string }): Statics {
  const names = new Set(globSync('**/*.*', { cwd: o.folder }).map((file) => `/${file.split(path.sep).join('/')}`));
  const shelf = openShelf(bytes);
  return {
    has: (pathname) => pathname.startsWith('/_next/static/') || names.has(pathname),
    async lend(request, response, pathname) {
      const kept = shelf.get(pathname);
      if (kept) {
        send(kept, request, response);
        return true;
      }
      const reply = await o.ask(pathname);
      if (reply.status !== 200) return false;
      const type = reply.headers['content-type'] ?? 'application/octet-stream';
      const headers = [...o.safety, 'Content-Type', type, 'Cache-Control', lifetime(pathname), 'Content-Security-Policy', closedPolicy];
      const body = pathname.endsWith('.js') ? Buffer.from(versionless(reply.body.toString())) : reply.body;
      const packed = await pack(200, body, headers, 'kept');
      shelf.put(pathname, packed);
      send(packed, request, response);
      return true;
    },
  };
}

/** Next names its files by their content, and a font's folder carries its version; the rest is asked for anew daily. */
function lifetime(pathname: string): string {
  return /^\/(_next\/static|fonts)\//.test(pathname) ? 'public, max-age=31536000, immutable' : 'public, max-age=86400';
}

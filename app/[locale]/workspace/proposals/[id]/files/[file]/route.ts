import { create } from 'content-disposition';
import { lengthHeader } from '#app/answer.ts';
import { sandboxed } from '#app/files/sandboxed.ts';
import { streamOf } from '#app/files/stream.ts';
import { viewerNow } from '#app/viewer.ts';
import { store } from '#office/document/store.ts';
import { proposedFile } from '#office/proposal/files.ts';

/** A file that a proposal brings, for whoever decides or made it; always to be saved, and kept nowhere on the way. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const file = await proposedFile(await viewerNow(), (await params).file);
  if (!file) return new Response(null, { status: 404, headers: { 'content-type': 'text/plain' } });
  return new Response(streamOf(store.read(file.storeKey, 0, file.size)), {
    headers: {
      'content-type': file.mime, 'content-disposition': create(file.name, { type: 'attachment' }), 'content-security-policy': sandboxed,
      'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', [lengthHeader]: String(file.size),
    },
  });
}

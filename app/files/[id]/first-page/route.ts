import { lengthHeader } from '#app/answer.ts';
import { sandboxed } from '#app/files/sandboxed.ts';
import { viewerNow } from '#app/viewer.ts';
import { pictureOf } from '#office/document/reading.ts';

type Asked = { params: Promise<{ id: string }> };

/** The first page of a file as a small picture, for whoever may have the file at this moment. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const found = await pictureOf(await viewerNow(), (await params).id);
  if (!found) return new Response(null, { status: 404, headers: { 'content-type': 'text/plain' } });
  const etag = `"${found.sha256}.picture"`;
  const headers: Record<string, string> = {
    'content-type': 'image/webp', 'content-security-policy': sandboxed, etag,
    'cache-control': found.open ? 'public, max-age=0, must-revalidate' : 'private, no-store', [lengthHeader]: String(found.picture.length),
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(found.picture), { headers });
}

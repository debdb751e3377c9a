import { pieceSize, sitemap, standingPages } from '#app/machines/site-map.ts';
import { isWrittenForm } from '#messages/routing.ts';
import { recordPages, recordPieces } from '#office/register/pages.ts';

export const dynamic = 'force-dynamic';

/** The site map of one written form; the first piece also has the pages that are no records. 404 where there is no such form or piece. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const asked = new URL(request.url).searchParams.get('page') ?? '1';
  const pieces = await recordPieces(pieceSize);
  const piece = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 0;
  if (!isWrittenForm(locale) || piece < 1 || piece > Math.max(pieces.length, 1)) return new Response(null, { status: 404 });
  const last = pieces.length ? new Date(Math.max(...pieces.map(({ changed }) => changed.getTime()))) : null;
  const pages = [...(piece === 1 ? standingPages(last) : []), ...await recordPages(piece, pieceSize)];
  const body = await sitemap(pages, { form: locale, origin: process.env.PUBLIC_URL ?? 'http://localhost' });
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}

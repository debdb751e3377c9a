import { pieceSize, sitemapIndex } from '#app/machines/site-map.ts';
import { recordPieces } from '#office/register/pages.ts';

export const dynamic = 'force-dynamic';

/** The index of the site maps of all written forms. */
export async function GET(): Promise<Response> {
  const body = await sitemapIndex(await recordPieces(pieceSize), process.env.PUBLIC_URL ?? 'http://localhost');
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}

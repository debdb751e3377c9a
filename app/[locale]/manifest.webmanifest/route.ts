import { webManifest } from '#app/machines/web-manifest.ts';
import { isWrittenForm } from '#messages/routing.ts';

/** How the site is called and drawn where a reader keeps it beside his programs, in one written form. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  if (!isWrittenForm(locale)) return new Response(null, { status: 404 });
  return new Response(webManifest(locale), { headers: { 'Content-Type': 'application/manifest+json' } });
}

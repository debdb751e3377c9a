import { isWrittenForm } from '#messages/routing.ts';
import type { WrittenForm } from '#messages/local-text.ts';

export type FeedContext = { params: Promise<{ locale: string }> };
/** In which form a feed is written, and at which origin the site stands. */
export type FeedPlace = { readonly form: WrittenForm; readonly origin: string };

/** Answers with a feed of the address's written form; 404 where there is no such form. */
export async function feedAnswer({ params }: FeedContext, type: string, write: (place: FeedPlace) => Promise<string>): Promise<Response> {
  const { locale } = await params;
  if (!isWrittenForm(locale)) return new Response(null, { status: 404 });
  const body = await write({ form: locale, origin: process.env.PUBLIC_URL ?? 'http://localhost' });
  return new Response(body, { headers: { 'Content-Type': type } });
}

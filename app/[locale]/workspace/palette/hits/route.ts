import { visitedIn } from '#app/palette/asked.ts';
import { paletteFor } from '#app/palette/answer.ts';
import { viewerNow } from '#app/viewer.ts';
import type { OfferGroup } from '#components/desk/offer.ts';
import { belgradeToday } from '#messages/dates.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';

type Asked = { params: Promise<{ locale: string }> };

/** For signed-in staff alone: what the palette offers for `q`; `visited` are the records that the browser remembers. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const viewer = await viewerNow();
  if (viewer.kind !== 'staff') return answered(401, []);
  const { locale } = await params;
  const query = new URL(request.url).searchParams;
  const form = isWrittenForm(locale) ? locale : defaultForm;
  return answered(200, await paletteFor(viewer, { q: query.get('q') ?? '', visited: visitedIn(query.get('visited') ?? ''), form, today: belgradeToday(new Date()) }));
}

function answered(status: number, groups: readonly OfferGroup[]): Response {
  return Response.json(groups, { status, headers: { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' } });
}

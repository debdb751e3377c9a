import { viewerNow } from '#app/viewer.ts';
import { belgradeToday } from '#messages/dates.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { nearRecords, watched } from '#office/near/read.ts';
import type { Warning } from '#office/outcome.ts';

type Asked = { params: Promise<{ locale: string }> };

/** For signed-in staff alone: the records that the entry in the query (its fields as the form names them) may enter a second time. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const viewer = await viewerNow();
  if (viewer.kind !== 'staff') return answered(401, []);
  const { locale } = await params;
  const query = new URL(request.url).searchParams;
  const noun = watched.find((one) => one === query.get('of'));
  if (!noun) return answered(404, []);
  const fields = Object.fromEntries([...query].filter(([name]) => name !== 'of' && name !== 'but').map(([name, value]) => [name, [value.slice(0, 400)]]));
  return answered(200, await nearRecords(viewer, noun, { fields, opened: null, id: query.get('but') ?? '', form: isWrittenForm(locale) ? locale : defaultForm, today: belgradeToday(new Date()) }));
}

function answered(status: number, warnings: readonly Warning[]): Response {
  return Response.json({ warnings }, { status, headers: { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' } });
}

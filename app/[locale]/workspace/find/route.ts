import { viewerNow } from '#app/viewer.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { findRecords } from '#office/find/read.ts';
import { draftedBy, isPickable, pickedAs, valueOf, wantedBy } from '#office/find/wanted.ts';
import { permits } from '#office/permission.ts';
import { references } from '#office/reference.ts';
import { referred } from '#office/referred.ts';

type Asked = { params: Promise<{ locale: string }> };

/** What a picker is offered for what was typed: the records, and whether the one who asks may lay a new one down. */
export type Offered = { readonly found: readonly { readonly value: string; readonly label: string; readonly code: string }[]; readonly drafts: boolean };

const offered = 8;

/** For signed-in staff alone: the records that may be meant by `q`, or the name of the one in `id`. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const viewer = await viewerNow();
  if (viewer.kind !== 'staff') return answered(401, { found: [], drafts: false });
  const { locale } = await params;
  const form = isWrittenForm(locale) ? locale : defaultForm;
  const query = new URL(request.url).searchParams;
  const what = query.get('what') ?? '';
  if (!isPickable(what)) return answered(404, { found: [], drafts: false });
  const id = query.get('id');
  const found = id === null
    ? await findRecords(viewer, { q: query.get('q') ?? '', ...wantedBy(what), limit: offered })
    : [...(await references(viewer, referred.map((noun) => ({ noun, id: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(id)?.[0] ?? null })))).values()];
  const noun = draftedBy(what);
  return answered(200, {
    found: found.map((one) => ({ value: valueOf(what, one), label: pickedAs(what, one, form), code: one.code })),
    drafts: noun !== null && permits(viewer, `${noun}.draft`, null),
  });
}

function answered(status: number, body: Offered): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' } });
}

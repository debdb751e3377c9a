import { holderOf } from '#app/holder.ts';
import { viewerNow } from '#app/viewer.ts';
import { isDatabaseAway } from '#db/away.ts';
import { draftsAt } from '#office/draft/read.ts';
import { dropDraft, dropOpening, keepDraft } from '#office/draft/write.ts';

/** What the reader has not sent of the forms on the page that `path` names, below the written form. Only his own; 401 for a visitor. */
export async function GET(request: Request): Promise<Response> {
  return plainly(async () => {
    const viewer = await viewerNow();
    if (viewer.kind !== 'staff') return new Response(null, { status: 401 });
    return Response.json({ drafts: await draftsAt(viewer, new URL(request.url).searchParams.get('path') ?? '') });
  });
}

/**
 * Keeps what was typed into a form (`{ place, typed, holder }`), or throws it away (`typed` null; with `opening`, that of one opening alone). It belongs to whoever holds the
 * form, by the mark that it carries: so nothing is lost where the session ends while somebody types, and nothing goes to another
 * who signs in after him. Answers when it was kept, and whether that person is still signed in.
 */
export async function POST(request: Request): Promise<Response> {
  return plainly(async () => {
    const { place, typed, holder, opening } = asked(await request.json());
    const viewer = await viewerNow();
    const reader = viewer.kind === 'staff' ? viewer.id : null;
    const owner = holderOf(holder) ?? reader;
    if (!owner) return new Response(null, { status: 401 });
    const signedIn = reader === owner;
    if (typed === null) {
      if (!signedIn) return new Response(null, { status: 401 });
      await (opening ? dropOpening(owner, place, opening) : dropDraft(owner, place));
      return Response.json({ kept: null, signedIn });
    }
    const kept = await keepDraft(owner, place, typed);
    return kept === null ? new Response(null, { status: 422 }) : Response.json({ kept, signedIn });
  });
}

function asked(body: unknown): { place: string; typed: unknown; holder: string; opening: string } {
  const held = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return { place: text(held.place), typed: held.typed ?? null, holder: text(held.holder), opening: text(held.opening) };
}

function text(held: unknown): string {
  return typeof held === 'string' ? held : '';
}

/** A fault says its status and nothing else; while the database is away the browser keeps what was typed, and tries again. */
async function plainly(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (fault) {
    return new Response(null, { status: isDatabaseAway(fault) ? 503 : 500 });
  }
}

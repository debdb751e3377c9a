import { robots } from '#app/machines/robots-text.ts';

export const dynamic = 'force-dynamic';

/** What programs that walk the site are asked to leave alone, and where the site map is (RFC 9309). */
export function GET(): Response {
  return new Response(robots(process.env.PUBLIC_URL ?? 'http://localhost'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

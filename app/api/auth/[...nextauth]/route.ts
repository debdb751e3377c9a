import { getServerSession } from 'next-auth/next';
import type { AuthOptions } from 'next-auth';
import { authSecret } from '#app/auth-secret.ts';
import { maxAge, openToken, sessionCookie } from '#app/viewer.ts';
import { isDatabaseAway } from '#db/away.ts';
import { belgradeToday } from '#messages/dates.ts';
import { staffBySecret } from '#office/person/session.ts';

/**
 * Answers `/api/auth/session` in next-auth's shape: `{ user: { name, roles } }` of whoever is signed in, else `{}`.
 * Everything else of next-auth is a 404, since our own forms sign in and out (docs/decisions/0007).
 */
export async function GET(_request: Request, { params }: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  if ((await params).nextauth.join('/') !== 'session') return new Response(null, { status: 404 });
  const asked: Asked = { fault: null };
  // Without a request in hand next-auth reads the cookie and writes none, so asking never prolongs a session.
  const session = await getServerSession(reading(asked)).catch(() => null);
  if (asked.fault !== null) return new Response(null, { status: isDatabaseAway(asked.fault) ? 503 : 500 });
  return Response.json(session ?? {});
}

type Asked = { fault: unknown };

/** What next-auth needs to read our cookie. It takes a fault in here for nobody being signed in, so the fault is kept beside. */
function reading(asked: Asked): AuthOptions {
  return {
    providers: [],
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge },
    jwt: { decode: async ({ token }) => (token ? openToken(token) : null) },
    cookies: { sessionToken: { name: sessionCookie, options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } } },
    callbacks: { session: async ({ token }) => userOf(token.sid).catch((fault: unknown) => { asked.fault = fault; throw fault; }) },
    logger: { error: (code) => console.error(`next-auth: ${code}`), warn: () => {}, debug: () => {} },
  };
}

async function userOf(secret: unknown) {
  const staff = typeof secret === 'string' ? await staffBySecret(secret, belgradeToday(new Date())) : null;
  if (!staff) return { expires: '' };
  return { user: { name: staff.name, roles: [...new Set(staff.grants.map(({ role }) => role))] }, expires: '' };
}

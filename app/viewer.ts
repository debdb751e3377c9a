import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { askedAddress } from '#app/asked.ts';
import { belgradeToday } from '#messages/dates.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { staffBySecret } from '#office/person/session.ts';
import { visitor, type Staff, type Viewer } from '#office/viewer.ts';

/** `__Host-` pins the cookie to this host, HTTPS (or localhost) and the whole path. */
export const sessionCookie = '__Host-povelja.session';
/** Seconds; the absolute end of a session, which the database counts too. */
export const maxAge = 10 * 60 * 60;

/** Who is asking, read fresh from the database once per request. */
export const viewerNow = cache(async (): Promise<Viewer> => {
  const secret = await sessionSecret();
  return (secret && await staffBySecret(secret, belgradeToday(new Date()))) || visitor;
});

/** The member of staff who is asking; everybody else is sent to sign in, and back here afterwards. */
export async function staff(): Promise<Staff> {
  const viewer = await viewerNow();
  if (viewer.kind === 'staff') return viewer;
  const address = await askedAddress();
  const form = address.split('/')[1] ?? '';
  redirect(`/${isWrittenForm(form) ? form : defaultForm}/sign-in${address ? `?next=${encodeURIComponent(address)}` : ''}`);
}

/** The secret of the session, from next-auth's sealed token in the cookie; null where there is none or it was tampered with. */
export async function sessionSecret(): Promise<string | null> {
  const sealed = (await cookies()).get(sessionCookie)?.value;
  if (!sealed) return null;
  const token = await decode({ token: sealed, secret: authSecret() }).catch(() => null);
  return typeof token?.sid === 'string' ? token.sid : null;
}

/** Gives the browser the session: next-auth's token holds a random id and nothing else. */
export async function keepSession(secret: string): Promise<void> {
  const sealed = await encode({ token: { sid: secret }, secret: authSecret(), maxAge });
  (await cookies()).set(sessionCookie, sealed, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge });
}

export async function dropSession(): Promise<void> {
  (await cookies()).set(sessionCookie, '', { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 0 });
}

/** What seals and opens the token. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set.');
  return secret;
}

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode, encode, type JWT } from 'next-auth/jwt';
import { cache } from 'react';
import { askedAddress } from '#app/asked.ts';
import { authSecret, openingSecrets } from '#app/auth-secret.ts';
import { belgradeToday } from '#messages/dates.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { holderBySecret, type Holder } from '#office/person/session.ts';
import type { Entrance } from '#office/person/sign-in.ts';
import { visitor, type Staff, type Viewer } from '#office/viewer.ts';

/** `__Host-` pins the cookie to this host, HTTPS (or localhost) and the whole path. */
export const sessionCookie = '__Host-povelja.session';
/** Seconds; the absolute end of a session, which the database counts too. */
export const maxAge = 10 * 60 * 60;

/** The half-done sign-in, between the password and the code. */
const halfCookie = '__Host-povelja.half';
const halfAge = 10 * 60;
/** Below the written form: where a second factor is set up. */
export const secondFactorPlace = '/workspace/me/second-factor';

/** Who is asking, read fresh from the database once per request. Whoever must set up a second factor first is a visitor until then. */
export async function viewerNow(): Promise<Viewer> {
  const known = await holderNow();
  return known && !known.mustSetUp ? known.staff : visitor;
}

/** Who is signed in, also where he must set up a second factor before he may do anything else: for those pages and acts alone. */
export const holderNow = cache(async (): Promise<Holder | null> => {
  const secret = await sessionSecret();
  return secret ? holderBySecret(secret, belgradeToday(new Date())) : null;
});

/** The same as a viewer of an act. */
export async function whoeverSignedIn(): Promise<Viewer> {
  return (await holderNow())?.staff ?? visitor;
}

/** The member of staff who is asking; everybody else is sent to sign in, and back here afterwards, or to set up a second factor. */
export async function staff(): Promise<Staff> {
  const viewer = await viewerNow();
  if (viewer.kind === 'staff') return viewer;
  redirect(await turnedTo(await holderNow() ? secondFactorPlace : '/sign-in'));
}

/** Whoever is signed in at all, for the pages of the second factor. */
export async function holder(): Promise<Holder> {
  const found = await holderNow();
  if (found) return found;
  redirect(await turnedTo('/sign-in'));
}

/** That place in the reader's written form, and the way back from it. */
async function turnedTo(place: string): Promise<string> {
  const address = await askedAddress();
  const form = address.split('/')[1] ?? '';
  return `/${isWrittenForm(form) ? form : defaultForm}${place}${address ? `?next=${encodeURIComponent(address)}` : ''}`;
}

/** The secret of the session, from next-auth's sealed token in the cookie; null where there is none or it was tampered with. */
export async function sessionSecret(): Promise<string | null> {
  const sealed = (await cookies()).get(sessionCookie)?.value;
  if (!sealed) return null;
  const token = await openToken(sealed);
  return typeof token?.sid === 'string' ? token.sid : null;
}

/** What stands in next-auth's token; null where it is none of ours or was tampered with. */
export async function openToken(sealed: string): Promise<JWT | null> {
  for (const secret of openingSecrets()) {
    const token = await decode({ token: sealed, secret }).catch(() => null);
    if (token) return token;
  }
  return null;
}

/** Seconds for which a token opens, beyond every clock: the row ends a session, by the database's clock, and the app's, which may be wrong, does not. */
const tokenAge = 100 * 366 * 86_400;

/** Gives the browser the session: next-auth's token holds a random id and nothing else. */
export async function keepSession(secret: string): Promise<void> {
  const sealed = await encode({ token: { sid: secret }, secret: authSecret(), maxAge: tokenAge });
  (await cookies()).set(sessionCookie, sealed, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge });
}

/** Gives the browser how far its holder has come: the session, or the second step. Where he is to go next lies with the caller. */
export async function keepEntrance({ kind, secret }: Entrance): Promise<void> {
  if (kind === 'in') return keepSession(secret);
  if (kind === 'half') (await cookies()).set(halfCookie, secret, { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: halfAge });
}

/** The secret of the half-done sign-in; null where there is none. */
export async function halfSecret(): Promise<string | null> {
  return (await cookies()).get(halfCookie)?.value || null;
}

export async function dropHalf(): Promise<void> {
  (await cookies()).set(halfCookie, '', { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 0 });
}

export async function dropSession(): Promise<void> {
  (await cookies()).set(sessionCookie, '', { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 0 });
}

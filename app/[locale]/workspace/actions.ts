'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { askedFrom } from '#app/asked-from.ts';
import { dropHalf, dropSession, halfSecret, keepEntrance, keepSession, sessionSecret } from '#app/viewer.ts';
import { dropDraft } from '#office/draft/write.ts';
import { line } from '#office/entry/pieces.ts';
import { done, refused } from '#office/outcome.ts';
import { enterAgainEntry } from '#office/person/entry.ts';
import { codeAgainEntry } from '#office/person/second-factor-entry.ts';
import { endSession } from '#office/person/session.ts';
import { signIn } from '#office/person/sign-in.ts';
import { completeSignIn } from '#office/person/half-sign-in.ts';

export const leave = act({
  for: 'everybody',
  entry: z.strictObject({}),
  verb: async () => {
    const secret = await sessionSecret();
    if (secret) await endSession(secret);
    await dropSession();
    return done(null);
  },
  destination: () => '/sign-in',
});

/** The same person comes in again over a form that waits; the page stays as it is. `half`: now a code is awaited (`enterCodeAgain`). */
export const enterAgain = act({
  for: 'everybody',
  entry: enterAgainEntry,
  verb: async (_viewer, { entry, today }) => {
    const outcome = await signIn({ email: entry.email, password: entry.password, only: entry.who, today, ...(await askedFrom()) });
    if (outcome.done) await keepEntrance(outcome.value);
    return outcome;
  },
  destination: () => '/workspace',
  tell: ({ kind }) => kind,
});

/** The second step of coming in again. */
export const enterCodeAgain = act({
  for: 'everybody',
  entry: codeAgainEntry,
  verb: async (_viewer, { entry, today }) => {
    const outcome = await completeSignIn({ half: await halfSecret() ?? '', code: entry.secondCode, only: entry.who, today, ...(await askedFrom()) });
    if (!outcome.done) return outcome;
    await keepSession(outcome.value.secret);
    await dropHalf();
    return outcome;
  },
  destination: () => '/workspace',
  tell: () => 'in',
});

/** Throws away what was typed into a form and not sent, and opens the page without it. */
export const discard = act({
  entry: z.strictObject({ place: line(300) }),
  verb: async (viewer, { entry }) => {
    if (viewer.kind !== 'staff') return refused(403, { field: '', rule: 'notAllowed' });
    await dropDraft(viewer.id, entry.place);
    return done(null);
  },
  destination: (_done, { entry }) => (/^\/workspace\/[\w/?=&%.-]*/.exec(entry.place)?.[0] ?? '/workspace'),
});

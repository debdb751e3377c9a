'use server';

import { act } from '#app/act.ts';
import { askedFrom } from '#app/asked-from.ts';
import { safeReturnPath } from '#app/return-path.ts';
import { dropHalf, halfSecret, keepEntrance, keepSession, secondFactorPlace } from '#app/viewer.ts';
import { secondStepEntry } from '#office/person/second-factor-entry.ts';
import { signInEntry } from '#office/person/entry.ts';
import { completeSignIn } from '#office/person/half-sign-in.ts';
import { signIn } from '#office/person/sign-in.ts';

export const enter = act({
  for: 'everybody',
  entry: signInEntry,
  verb: async (_viewer, { entry, today }) => {
    const outcome = await signIn({ email: entry.email, password: entry.password, today, ...(await askedFrom()) });
    if (outcome.done) await keepEntrance(outcome.value);
    return outcome;
  },
  destination: ({ kind, secret }, { entry }) => {
    if (kind === 'short') return `/sign-in/link/${secret}?short=1`;
    return kind === 'in' ? safeReturnPath(entry.next) : `/sign-in/code${entry.next ? `?next=${encodeURIComponent(entry.next)}` : ''}`;
  },
});

/** The second step. Whoever came in by a recovery code is told how many are left. */
export const enterCode = act({
  for: 'everybody',
  entry: secondStepEntry,
  verb: async (_viewer, { entry, today }) => {
    const outcome = await completeSignIn({ half: await halfSecret() ?? '', code: entry.secondCode, today, ...(await askedFrom()) });
    if (!outcome.done) return outcome;
    await keepSession(outcome.value.secret);
    await dropHalf();
    return outcome;
  },
  destination: ({ by }, { entry }) => (by === 'app' ? safeReturnPath(entry.next) : `${secondFactorPlace}?recovered=1${entry.next ? `&next=${encodeURIComponent(entry.next)}` : ''}`),
});

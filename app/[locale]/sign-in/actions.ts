'use server';

import { act } from '#app/act.ts';
import { askedFrom } from '#app/asked-from.ts';
import { safeReturnPath } from '#app/return-path.ts';
import { keepSession } from '#app/viewer.ts';
import { signInEntry } from '#office/person/entry.ts';
import { signIn } from '#office/person/sign-in.ts';

export const enter = act({
  entry: signInEntry,
  verb: async (_viewer, { entry, today }) => {
    const outcome = await signIn({ email: entry.email, password: entry.password, today, ...(await askedFrom()) });
    if (outcome.done) await keepSession(outcome.value.secret);
    return outcome;
  },
  destination: (_done, { entry }) => safeReturnPath(entry.next),
});

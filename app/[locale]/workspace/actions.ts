'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { dropSession, sessionSecret } from '#app/viewer.ts';
import { done } from '#office/outcome.ts';
import { endSession } from '#office/person/session.ts';

export const leave = act({
  entry: z.strictObject({}),
  verb: async () => {
    const secret = await sessionSecret();
    if (secret) await endSession(secret);
    await dropSession();
    return done(null);
  },
  destination: () => '/sign-in',
});

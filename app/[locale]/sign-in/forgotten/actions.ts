'use server';

import { act } from '#app/act.ts';
import { askedFrom } from '#app/asked-from.ts';
import { forgottenEntry } from '#office/person/entry.ts';
import { askForReset } from '#office/person/forgotten.ts';

export const askForNewPassword = act({
  for: 'everybody',
  entry: forgottenEntry,
  verb: async (_viewer, { entry, today }) => askForReset({ email: entry.email, today, address: (await askedFrom()).address }),
  destination: () => '/sign-in/forgotten?sent=1',
});

'use server';

import { act } from '#app/act.ts';
import { askedFrom } from '#app/asked-from.ts';
import { keepSession } from '#app/viewer.ts';
import { passwordEntry, setUpEntry } from '#office/person/entry.ts';
import { setUp } from '#office/person/first.ts';
import { setPasswordByLink } from '#office/person/link.ts';
import { beginSession } from '#office/person/session.ts';

export const enterFirstPerson = act({
  entry: setUpEntry,
  verb: async (_viewer, { entry }) => {
    const outcome = await setUp(entry.token, { name: entry.name, email: entry.email, password: entry.newPassword });
    if (outcome.done) await keepSession(await beginSession(outcome.value.id, await askedFrom()));
    return outcome;
  },
  destination: () => '/workspace',
});

export const choosePassword = act({
  entry: passwordEntry,
  verb: async (_viewer, { entry }) => {
    const outcome = await setPasswordByLink(entry.token, entry.newPassword);
    if (outcome.done) await keepSession(await beginSession(outcome.value.id, await askedFrom()));
    return outcome;
  },
  destination: () => '/workspace',
});

'use server';

import { act } from '#app/act.ts';
import { askedFrom } from '#app/asked-from.ts';
import { keepEntrance } from '#app/viewer.ts';
import { passwordEntry, setUpEntry } from '#office/person/entry.ts';
import { setUp } from '#office/person/first.ts';
import { setPasswordByLink } from '#office/person/link.ts';
import { done } from '#office/outcome.ts';
import { admit } from '#office/person/sign-in.ts';

export const enterFirstPerson = act({
  for: 'everybody',
  entry: setUpEntry,
  verb: async (_viewer, { entry }) => {
    const outcome = await setUp(entry.token, { name: entry.name, email: entry.email, password: entry.newPassword });
    if (!outcome.done) return outcome;
    const entrance = await admit(outcome.value.id, await askedFrom());
    await keepEntrance(entrance);
    return done(entrance);
  },
  destination: ({ kind }) => (kind === 'in' ? '/workspace' : '/sign-in/code'),
});

export const choosePassword = act({
  for: 'everybody',
  entry: passwordEntry,
  verb: async (_viewer, { entry }) => {
    const outcome = await setPasswordByLink(entry.token, entry.newPassword);
    if (!outcome.done) return outcome;
    const entrance = await admit(outcome.value.id, await askedFrom());
    await keepEntrance(entrance);
    return done(entrance);
  },
  destination: ({ kind }) => (kind === 'in' ? '/workspace' : '/sign-in/code'),
});

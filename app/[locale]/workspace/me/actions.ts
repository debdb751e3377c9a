'use server';

import { refresh } from 'next/cache';
import * as z from 'zod';
import { act } from '#app/act.ts';
import { askedFrom } from '#app/asked-from.ts';
import { dropSession } from '#app/viewer.ts';
import { endedSessionEntry, ownEmailEntry, ownEntry, ownPasswordEntry } from '#office/person/entry.ts';
import { endAll, endOthers, endOwnSession } from '#office/person/own-session.ts';
import * as own from '#office/person/own.ts';

const me = () => '/workspace/me';
const nothing = z.strictObject({});

export const reviseOwn = act({
  entry: ownEntry,
  verb: async (viewer, posted) => {
    const outcome = await own.reviseOwn(viewer, posted);
    if (outcome.done) refresh(); // the name stands over the page too, which the client's router would leave as it is
    return outcome;
  },
  destination: me,
});
export const changeEmail = act({ entry: ownEmailEntry, verb: async (viewer, posted) => own.changeOwnEmail(viewer, { ...posted, from: await askedFrom() }), destination: me });
export const changePassword = act({ entry: ownPasswordEntry, verb: async (viewer, posted) => own.changeOwnPassword(viewer, { ...posted, from: await askedFrom() }), destination: me });
export const endOne = act({ entry: endedSessionEntry, verb: (viewer, { entry }) => endOwnSession(viewer, entry.session), destination: me });
export const endEverywhereElse = act({ entry: nothing, verb: endOthers, destination: me });
export const endEverywhere = act({
  entry: nothing,
  verb: async (viewer) => {
    const outcome = await endAll(viewer);
    await dropSession();
    return outcome;
  },
  destination: () => '/sign-in',
});

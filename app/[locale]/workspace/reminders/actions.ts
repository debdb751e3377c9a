'use server';

import { act } from '#app/act.ts';
import { folderOf } from '#app/registers.ts';
import { wholeNumber } from '#office/entry/pieces.ts';
import { acknowledge } from '#office/reminder/acknowledge.ts';
import { acknowledgementEntry } from '#office/reminder/entry.ts';
import { rules } from '#office/reminder/reminder.ts';

export const seeOnDesk = act({ entry: acknowledgementEntry, verb: acknowledge, destination: () => '/workspace' });
export const seeInList = act({
  entry: acknowledgementEntry.extend({ page: wholeNumber({ min: 1, max: 9_999 }) }),
  verb: (viewer, { entry: { page: _page, ...entry }, ...posted }) => acknowledge(viewer, { ...posted, entry }),
  destination: (_done, { entry: { page } }) => (page && page > 1 ? `/workspace/reminders?page=${page}` : '/workspace/reminders'),
});
export const seeOnRecord = act({
  entry: acknowledgementEntry, verb: acknowledge,
  destination: (_done, { entry: { rule, recordId } }) => (rule ? `/workspace/${folderOf(rules[rule].noun)}/${recordId}` : '/workspace'),
});

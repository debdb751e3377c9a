'use server';

import { act } from '#app/act.ts';
import { folderOf } from '#app/registers.ts';
import { acknowledge } from '#office/reminder/acknowledge.ts';
import { acknowledgementEntry } from '#office/reminder/entry.ts';
import { rules } from '#office/reminder/reminder.ts';

export const seeOnDesk = act({ entry: acknowledgementEntry, verb: acknowledge, destination: () => '/workspace' });
export const seeInList = act({ entry: acknowledgementEntry, verb: acknowledge, destination: () => '/workspace/reminders' });
export const seeOnRecord = act({
  entry: acknowledgementEntry, verb: acknowledge,
  destination: (_done, { entry: { rule, recordId } }) => (rule ? `/workspace/${folderOf(rules[rule].noun)}/${recordId}` : '/workspace'),
});

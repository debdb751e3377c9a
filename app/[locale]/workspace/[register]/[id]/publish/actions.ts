'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { registerName } from '#app/register-name.ts';
import { demandsOf, registers } from '#app/registers.ts';
import { belgradeInstant } from '#messages/dates.ts';
import { isoDay, optionalLine, requiredLine } from '#office/entry/pieces.ts';
import { refused } from '#office/outcome.ts';
import { approveRecord, embargoRecord, returnRecord, scheduleRecord, submitRecord, unscheduleRecord } from '#office/publishing-steps.ts';
import { registerOf } from '#office/register-of.ts';

const record = (_done: unknown, { entry, id }: { entry: { register: string }; id: string }) => `/workspace/${entry.register}/${id}`;
const itself = z.strictObject({ register: registerName });

export const submit = act({
  entry: z.strictObject({ register: registerName, message: optionalLine(1000) }),
  verb: (viewer, { entry, ...which }) => submitRecord(viewer, registerOf(registers[entry.register].noun), { ...which, reason: entry.message }),
  destination: record,
});

export const sendBack = act({
  entry: z.strictObject({ register: registerName, reason: requiredLine(1000) }),
  verb: (viewer, { entry, ...which }) => returnRecord(viewer, registerOf(registers[entry.register].noun), { ...which, reason: entry.reason }),
  destination: record,
});

export const approve = act({
  entry: itself,
  verb: (viewer, { entry, ...which }) => approveRecord(viewer, registerOf(registers[entry.register].noun), which, demandsOf(entry.register)),
  destination: record,
});

export const schedule = act({
  entry: z.strictObject({ register: registerName, day: isoDay, time: requiredLine(5) }),
  verb: async (viewer, { entry, ...which }) => {
    if (!entry.day) return refused(422, { field: 'day', rule: 'required' });
    const moment = belgradeInstant(entry.day, entry.time);
    if (!moment) return refused(422, { field: 'time', rule: 'noSuchTime' });
    return scheduleRecord(viewer, registerOf(registers[entry.register].noun), { ...which, moment, now: new Date() }, demandsOf(entry.register));
  },
  destination: record,
});

export const unschedule = act({
  entry: itself,
  verb: (viewer, { entry, ...which }) => unscheduleRecord(viewer, registerOf(registers[entry.register].noun), which),
  destination: record,
});

export const embargo = act({
  entry: z.strictObject({ register: registerName, until: isoDay, reason: optionalLine(1000) }),
  verb: (viewer, { entry, ...which }) => embargoRecord(viewer, registerOf(registers[entry.register].noun), { ...which, until: entry.until, reason: entry.reason }),
  destination: record,
});

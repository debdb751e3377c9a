'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { requiredRecordId } from '#office/entry/pieces.ts';
import { drop, release, tryOut } from '#office/mail/write.ts';

const one = z.strictObject({ letter: requiredRecordId });
const outbox = () => '/workspace/outbox';

export const sendLetter = act({ entry: one, verb: (viewer, { entry }) => release(viewer, entry.letter), destination: outbox });
export const dropLetter = act({ entry: one, verb: (viewer, { entry }) => drop(viewer, entry.letter), destination: outbox });
export const sendTrial = act({ entry: z.strictObject({}), verb: tryOut, destination: () => '/workspace/outbox?state=waits' });

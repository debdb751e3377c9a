'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { letRunOrPropose } from '#app/letting-run.ts';
import { optionalLine } from '#office/entry/pieces.ts';

export const letAgreementRun = act({
  entry: z.strictObject({ reason: optionalLine(500) }),
  verb: letRunOrPropose,
  destination: ({ proposalId }, { id }) => (proposalId ? `/workspace/proposals/${proposalId}` : `/workspace/agreements/${id}`),
});

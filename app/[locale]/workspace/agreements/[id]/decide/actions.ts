'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { optionalLine } from '#office/entry/pieces.ts';
import { letRun } from '#office/agreement/let-run.ts';

export const letAgreementRun = act({
  entry: z.strictObject({ reason: optionalLine(500) }),
  verb: letRun,
  destination: (_done, { id }) => `/workspace/agreements/${id}`,
});

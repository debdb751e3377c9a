'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { decide, verdictForm } from '#app/deciding.ts';
import { withoutFiles } from '#app/dropping.ts';
import { commentEntry } from '#office/proposal/proposal-entry.ts';
import { comment, takeBack } from '#office/proposal/write.ts';

const own = (_done: unknown, { id }: { id: string }) => `/workspace/proposals/${id}`;

export const decideProposal = act({ entry: verdictForm, verb: decide, destination: own });
export const commentProposal = act({ entry: commentEntry, verb: comment, destination: own });
export const takeBackProposal = act({ entry: z.strictObject({}), verb: (viewer, { entry: _entry, ...which }) => withoutFiles(takeBack(viewer, which)), destination: own });

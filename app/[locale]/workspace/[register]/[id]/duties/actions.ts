'use server';

import { act } from '#app/act.ts';
import { dutyEntry, settlementEntry } from '#office/obligation/entry.ts';
import { layDown } from '#office/obligation/laying.ts';
import type { DutyHolder } from '#office/obligation/read.ts';
import { enterDuty, settleDuty } from '#office/obligation/write.ts';
import type { Viewer } from '#office/viewer.ts';

export const enterAgreementDuty = act({ deed: 'agreement.enterDuty', entry: dutyEntry, verb: entered('agreement'), destination: ({ id }) => `/workspace/agreements/${id}/duties` });
export const enterMembershipDuty = act({ deed: 'membership.enterDuty', entry: dutyEntry, verb: entered('membership'), destination: ({ id }) => `/workspace/networks/${id}/duties` });
export const settleAgreementDuty = act({ deed: 'agreement.settleDuty', entry: settlementEntry, verb: settled('agreement'), destination: ({ id }) => `/workspace/agreements/${id}/duties` });
export const settleMembershipDuty = act({ deed: 'membership.settleDuty', entry: settlementEntry, verb: settled('membership'), destination: ({ id }) => `/workspace/networks/${id}/duties` });

type Entered = Omit<Parameters<typeof enterDuty>[1], 'noun'>;
type Settled = Omit<Parameters<typeof settleDuty>[1], 'noun'>;

/** Its milestones stand in the plan at once; the clock looks after those that a failure here leaves out. */
function entered(noun: DutyHolder['noun']) {
  return async (viewer: Viewer, posted: Entered) => {
    const outcome = await enterDuty(viewer, { ...posted, noun });
    if (outcome.done) await layDown(posted.today);
    return outcome;
  };
}

function settled(noun: DutyHolder['noun']) {
  return async (viewer: Viewer, posted: Settled) => {
    const outcome = await settleDuty(viewer, { ...posted, noun });
    if (outcome.done) await layDown(posted.today, posted.entry.dutyId ?? undefined);
    return outcome;
  };
}

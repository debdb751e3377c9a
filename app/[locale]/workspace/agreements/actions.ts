'use server';

import { act } from '#app/act.ts';
import { nearTo } from '#app/second-look.ts';
import { actEntry, annexEntry, oldActEntry, signatureEntry } from '#office/agreement/act-entry.ts';
import { annex } from '#office/agreement/annex.ts';
import { strikeEntry } from '#office/entry/pieces.ts';
import { agreementEntry, partyEntry } from '#office/agreement/entry.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementById } from '#office/agreement/read.ts';
import { recordAct, recordOldAct, strikeAct } from '#office/agreement/record-act.ts';
import { sign } from '#office/agreement/sign.ts';
import { addParty, draft, revise } from '#office/agreement/write.ts';
import { belgradeToday } from '#messages/dates.ts';
import { versionOf } from './version.ts';

export const draftAgreement = act({
  entry: agreementEntry,
  verb: draft,
  near: nearTo('agreement'),
  destination: ({ id }) => `/workspace/agreements/${id}`,
});

export const reviseAgreement = act({
  deed: 'agreement.revise',
  entry: agreementEntry,
  verb: revise,
  near: nearTo('agreement'),
  destination: ({ id }) => `/workspace/agreements/${id}`,
  current: async (viewer, id) => {
    const now = await agreementById(viewer, id, belgradeToday(new Date()));
    return now && { version: now.version, stored: agreementFields(now) };
  },
});

// An act is added to what stands, so no version is compared: the rules are asked of the record as it is by then.
export const signAgreement = act({
  deed: 'agreement.sign',
  entry: signatureEntry,
  verb: sign,
  destination: ({ id }) => `/workspace/agreements/${id}`,
});

/** An agreement that was begun with the act waits to be written further. */
export const recordAgreementAct = act({
  deed: 'agreement.recordAct',
  entry: actEntry,
  verb: recordAct,
  destination: ({ id, otherId }, { entry }) => `/workspace/agreements/${entry.other === 'new' ? otherId ?? id : id}`,
});

export const annexAgreement = act({
  entry: annexEntry,
  verb: annex,
  destination: ({ id }) => `/workspace/agreements/${id}`,
});

export const recordOldAgreementAct = act({
  deed: 'agreement.recordOldAct',
  entry: oldActEntry,
  verb: recordOldAct,
  destination: ({ id }) => `/workspace/agreements/${id}`,
  current: versionOf,
});

export const addAgreementParty = act({
  deed: 'agreement.addParty',
  entry: partyEntry,
  verb: addParty,
  destination: ({ id }) => `/workspace/agreements/${id}`,
  current: versionOf,
});

export const strikeAgreementAct = act({
  deed: 'agreement.strikeAct',
  entry: strikeEntry,
  verb: strikeAct,
  destination: ({ id }) => `/workspace/agreements/${id}`,
  current: versionOf,
});

import type * as z from 'zod';
import { belgradeToday } from '#messages/dates.ts';
import { actEntry, oldActEntry, signatureEntry } from '#office/agreement/act-entry.ts';
import { agreementEntry, partyEntry } from '#office/agreement/entry.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementById } from '#office/agreement/read.ts';
import { recordAct, recordOldAct, strikeAct } from '#office/agreement/record-act.ts';
import { sign } from '#office/agreement/sign.ts';
import * as agreements from '#office/agreement/write.ts';
import type { Entered } from '#office/change.ts';
import { attach, detach } from '#office/document/attach.ts';
import { documentEntry } from '#office/document/entry.ts';
import { documentFields } from '#office/document/fields.ts';
import { detachEntry, filesEntry } from '#office/document/file-entry.ts';
import { documentById } from '#office/document/read.ts';
import * as documents from '#office/document/write.ts';
import { membershipActEntry, membershipEntry, oldMembershipActEntry } from '#office/membership/entry.ts';
import { membershipFields } from '#office/membership/fields.ts';
import { membershipById } from '#office/membership/read.ts';
import { recordAct as recordMembershipAct, recordOldAct as recordOldMembershipAct, strikeAct as strikeMembershipAct } from '#office/membership/record-act.ts';
import * as memberships from '#office/membership/write.ts';
import { strikeEntry } from '#office/entry/pieces.ts';
import { cancellationEntry, completionEntry, milestoneEntry, postponementEntry, progressEntry, startEntry } from '#office/milestone/entry.ts';
import { milestoneFields } from '#office/milestone/fields.ts';
import { noteProgress, start } from '#office/milestone/moves.ts';
import { milestoneById } from '#office/milestone/read.ts';
import * as milestones from '#office/milestone/write.ts';
import { dutyEntry, settlementEntry } from '#office/obligation/entry.ts';
import { enterDuty, settleDuty } from '#office/obligation/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues, Issue, Outcome } from '#office/outcome.ts';
import { nouns, type Action, type Noun } from '#office/permission.ts';
import { programmeEntry } from '#office/programme/entry.ts';
import { programmeFields } from '#office/programme/fields.ts';
import { programmeById } from '#office/programme/read.ts';
import * as programmes from '#office/programme/write.ts';
import { oldProjectActEntry, projectActEntry, projectEntry } from '#office/project/entry.ts';
import { projectFields } from '#office/project/fields.ts';
import { projectById } from '#office/project/read.ts';
import { recordAct as recordProjectAct, recordOldAct as recordOldProjectAct, strikeAct as strikeProjectAct } from '#office/project/record-act.ts';
import * as projects from '#office/project/write.ts';
import type { Which } from '#office/publishing.ts';
import { arrivedOf } from '#office/proposal/files.ts';
import type { Viewer } from '#office/viewer.ts';
import { attached, detached, owed, settled, struck, type Told } from './deeds-told.ts';
import { mergeOf } from './merging.ts';

type Run<E> = (viewer: Viewer, input: Which & { entry: E; today: string; readonly proposal: string }) => Promise<Outcome<Entered>>;
/** The record as the fields of its form, where the entry takes the place of what stood; absent where it adds to it. */
type Fields = (viewer: Viewer, id: string) => Promise<FormValues | null>;

/** An act that may be proposed: what is entered, and the verb that an approval replays. */
export type Deed = {
  readonly noun: Noun; readonly action: Action; readonly entry: z.ZodType; readonly verb: Run<never>; readonly fields?: Fields; readonly told?: Told;
  /** Whether nothing would let this proposal be approved as it was made, so that it can only be returned or rejected. */
  readonly barred?: (viewer: Viewer, asked: { readonly recordId: string; readonly typed: FormValues }) => Promise<boolean>;
  /** What would refuse the act now, where it is told to whoever proposes it. */
  readonly stands?: (viewer: Viewer, asked: { readonly id: string; readonly entry: never }) => Promise<readonly Issue[]>;
};

/** By their names, which the rows of proposals keep: a name is never given another meaning. */
export const deeds: Readonly<Record<string, Deed>> = {
  'organisation.revise': deed('organisation.revise', organisationEntry, organisations.revise, from(organisationById, organisationFields)),
  'membership.revise': deed('membership.revise', membershipEntry, memberships.revise, from(membershipById, membershipFields)),
  'programme.revise': deed('programme.revise', programmeEntry, programmes.revise, from(programmeById, programmeFields)),
  'project.revise': deed('project.revise', projectEntry, projects.revise, from(projectById, projectFields)),
  'agreement.revise': deed('agreement.revise', agreementEntry, agreements.revise, from((viewer, id) => agreementById(viewer, id, belgradeToday(new Date())), agreementFields)),
  'milestone.revise': deed('milestone.revise', milestoneEntry, milestones.revise, from(milestoneById, milestoneFields)),
  'document.revise': deed('document.revise', documentEntry, documents.revise, from(documentById, documentFields)),
  'agreement.addParty': deed('agreement.addParty', partyEntry, agreements.addParty),
  'agreement.recordAct': deed('agreement.recordAct', actEntry, recordAct),
  'agreement.recordOldAct': deed('agreement.recordAct', oldActEntry, recordOldAct),
  'agreement.sign': deed('agreement.sign', signatureEntry, sign),
  'membership.recordAct': deed('membership.recordAct', membershipActEntry, recordMembershipAct),
  'membership.recordOldAct': deed('membership.recordAct', oldMembershipActEntry, recordOldMembershipAct),
  'project.recordAct': deed('project.recordAct', projectActEntry, recordProjectAct),
  'project.recordOldAct': deed('project.recordAct', oldProjectActEntry, recordOldProjectAct),
  'milestone.complete': deed('milestone.complete', completionEntry, milestones.complete),
  'milestone.postpone': deed('milestone.postpone', postponementEntry, milestones.postpone),
  'milestone.start': deed('milestone.start', startEntry, start),
  'milestone.noteProgress': deed('milestone.noteProgress', progressEntry, noteProgress),
  'agreement.strikeAct': telling(struck('agreement'), deed('agreement.revise', strikeEntry, strikeAct)),
  'membership.strikeAct': telling(struck('membership'), deed('membership.revise', strikeEntry, strikeMembershipAct)),
  'project.strikeAct': telling(struck('project'), deed('project.revise', strikeEntry, strikeProjectAct)),
  'agreement.enterDuty': telling(owed('agreement'), deed('agreement.enterDuty', dutyEntry, (viewer, input) => enterDuty(viewer, { ...input, noun: 'agreement' }))),
  'membership.enterDuty': telling(owed('membership'), deed('membership.enterDuty', dutyEntry, (viewer, input) => enterDuty(viewer, { ...input, noun: 'membership' }))),
  'agreement.settleDuty': telling(settled('agreement'), deed('agreement.settleDuty', settlementEntry, (viewer, input) => settleDuty(viewer, { ...input, noun: 'agreement' }))),
  'membership.settleDuty': telling(settled('membership'), deed('membership.settleDuty', settlementEntry, (viewer, input) => settleDuty(viewer, { ...input, noun: 'membership' }))),
  'document.attach': telling(attached, deed('document.attach', filesEntry, async (viewer, input) => attach(viewer, { ...input, files: await arrivedOf(viewer, input.proposal) }))),
  'document.detach': telling(detached, deed('document.detach', detachEntry, detach)),
  'milestone.cancel': deed('milestone.cancel', cancellationEntry, milestones.cancel),
  ...Object.fromEntries(nouns.map((noun) => [`${noun}.merge`, mergeOf(noun)])),
};

export function deedOf(name: string): Deed | null {
  return Object.hasOwn(deeds, name) ? deeds[name] ?? null : null;
}

function deed<E extends z.ZodType>(action: Action, entry: E, verb: Run<z.output<E>>, fields?: Fields): Deed {
  return { noun: action.split('.')[0] as Noun, action, entry, verb: verb as Run<never>, fields };
}

function telling(told: Told, plain: Deed): Deed {
  return { ...plain, told };
}

function from<R>(read: (viewer: Viewer, id: string) => Promise<R | null>, fields: (record: R) => FormValues): Fields {
  return async (viewer, id) => {
    const record = await read(viewer, id);
    return record && fields(record);
  };
}

import { folderOf } from '#app/registers.ts';
import { actAddress } from '#components/agreement/act-address.ts';
import { actWord } from '#components/agreement/act-word.ts';
import type { ActKind } from '#office/agreement/agreement.ts';
import { isOpen } from '#office/agreement/moves.ts';
import { movesOf } from '#office/agreement/read.ts';
import { nextActs as nextMembershipActs, membershipActKinds } from '#office/membership/membership.ts';
import { membershipById } from '#office/membership/read.ts';
import { documentById } from '#office/document/read.ts';
import { isOpen as isOpenMilestone, milestoneState } from '#office/milestone/milestone.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { dependantsOf } from '#office/milestone/ties.ts';
import { dutiesOf, type DutyHolder } from '#office/obligation/read.ts';
import { addressed, permits, wayOf, type Action, type Noun, type Subject } from '#office/permission.ts';
import { nextActs as nextProjectActs, projectActKinds, projectState } from '#office/project/project.ts';
import { projectById } from '#office/project/read.ts';
import { recordHead } from '#office/record.ts';
import { isOwnWork } from '#office/reviewing.ts';
import { openSteps, stepsFrom, type Step } from '#office/steps.ts';
import type { Staff } from '#office/viewer.ts';

/** What may be done to a record: its word, as a namespace with a key, and its address below the workspace. */
export type Deed = { readonly word: DeedWord; readonly place: string };
export type DeedWord = readonly [namespace: 'palette.deeds' | 'agreements.do' | 'projects.do' | 'networks.do', key: string];

export type Known = { readonly noun: Noun; readonly id: string; readonly subject: Subject };

/**
 * Everything that this viewer may do to this record today (ISO day), by the same table of permissions that the gate asks. Acts
 * of an agreement only as far as nothing stands in their way.
 */
export async function deedsOn(viewer: Staff, { noun, id, subject }: Known, today: string, office: { readonly four_eyes: boolean }): Promise<Deed[]> {
  const path = `/${folderOf(noun)}/${id}`;
  const may = (verb: string) => permits(viewer, `${noun}.${verb}` as Action, subject);
  const deed = (key: string, place: string): Deed => ({ word: ['palette.deeds', key], place: `${path}/${place}` });
  const way: Way = (verb) => wayOf(viewer, `${noun}.${verb}` as Action, noun, subject, office);
  const revising = way('revise');
  const published = subject.publication === 'published';
  const own = office.four_eyes && await isOwnWork(viewer, noun, subject);
  const steps = openSteps(viewer, noun, subject, own ? 'his own work' : 'another’s');
  // What somebody waits for stands before what may be done at any time, where there is room for few.
  const next = steps.filter((step) => ['approve', 'unschedule', 'return'].includes(step) || (step === 'submit' && !may('publish')));
  return [
    ...(revising ? [deed(revising === 'propose' ? 'propose' : 'revise', 'edit')] : []),
    ...(may('publish') && !published && !own ? [deed('publish', 'publish')] : []),
    ...next.map((step) => deed(step, `publish?step=${step}`)),
    ...await ownDeeds(viewer, { noun, id, subject }, { today, path, way }),
    ...(noun === 'agreement' || noun === 'membership' || noun === 'project' || noun === 'programme' ? [deed('plan', 'plan')] : []),
    ...(noun === 'agreement' || noun === 'membership' ? [deed('duties', 'duties'), ...(way('enterDuty') ? [deed('newDuty', 'duties/new')] : []), ...(way('settleDuty') ? await settling(viewer, { noun, id }, path) : [])] : []),
    ...(may('verify') ? [deed('verify', 'verify')] : []),
    ...(addressed.some((one) => one === noun) && permits(viewer, `${noun}.readdress` as Action, subject) ? [deed('readdress', 'address')] : []),
    ...(may('withdraw') && published ? [deed('withdraw', 'withdraw')] : []),
    ...(way('merge') ? [deed('merge', 'merge')] : []),
    ...(published ? [] : [deed('preview', 'preview')]),
    deed('history', 'history'),
    ...steps.filter((step) => !next.includes(step)).map((step) => deed(step, `publish?step=${step}`)),
  ];
}

/** The open duty where there is one, their list where there are more. */
async function settling(viewer: Staff, holder: DutyHolder, path: string): Promise<Deed[]> {
  const [first, second] = (await dutiesOf(viewer, holder)).filter(({ state }) => state === 'open');
  return first ? [{ word: ['palette.deeds', 'settleDuty'], place: second ? `${path}/duties` : `${path}/duties/${first.id}/settle` }] : [];
}

/** How this viewer may do an act of the record: at once, by proposing it, or not at all. */
type Way = (verb: string) => ReturnType<typeof wayOf>;

async function ownDeeds(viewer: Staff, { noun, id, subject }: Known, { today, path, way }: { today: string; path: string; way: Way }): Promise<Deed[]> {
  const deed = (key: string, place: string): Deed => ({ word: ['palette.deeds', key], place: `${path}/${place}` });
  switch (noun) {
    case 'agreement': {
      const situation = await movesOf(viewer, id, today);
      const acts = way('recordAct') ? (situation?.moves ?? []).filter(isOpen) : [];
      return [
        ...acts.map(({ kind }): Deed => ({ word: ['agreements.do', actWord(kind, situation ?? { procedure: null })], place: actAddress(path, kind) })),
        ...(situation?.annex && permits(viewer, 'agreement.draft', null) ? [{ word: ['agreements.do', 'annex'], place: actAddress(path, 'annex') } satisfies Deed] : []),
        ...(situation?.decides && permits(viewer, 'agreement.recordAct', subject) ? [deed('decide', 'decide')] : []),
        ...(way('addParty') ? [deed('addParty', 'party')] : []),
        ...(way('recordAct') ? await earlier(viewer, { noun, id }, path) : []),
      ];
    }
    case 'membership': case 'project': {
      if (!way('recordAct')) return [];
      const kinds = noun === 'project'
        ? nextProjectActs(projectState((await projectById(viewer, id))?.acts ?? [], today)) : nextMembershipActs((await membershipById(viewer, id))?.acts ?? [], today);
      const namespace = noun === 'project' ? 'projects.do' : 'networks.do';
      return [...kinds.map((kind): Deed => ({ word: [namespace, kind], place: `${path}/acts/new/${kind.replaceAll('_', '-')}` })), ...await earlier(viewer, { noun, id }, path)];
    }
    case 'milestone': {
      const held = await milestoneById(viewer, id);
      const state = held && milestoneState(held);
      const waiting = (await dependantsOf(viewer, id)).some((line) => isOpenMilestone(milestoneState(line))) ? [deed('dependants', 'dependants')] : [];
      if (!state || !isOpenMilestone(state)) return waiting;
      const [first, verb] = state === 'running' ? ['progress', 'noteProgress'] as const : ['start', 'start'] as const;
      return [...(way(verb) ? [deed(first, first)] : []), ...(['complete', 'postpone', 'cancel'] as const).flatMap((move) => (way(move) ? [deed(move, move)] : [])), ...waiting];
    }
    case 'document': {
      const [first, second] = way('detach') ? (await documentById(viewer, id))?.files ?? [] : [];
      return [...(way('attach') ? [deed('attach', 'files')] : []), ...(first ? [deed('detach', second ? 'files' : `files/${first.id}/detach`)] : [])];
    }
    case 'organisation': case 'programme': return [];
  }
}

/** An act of the past is entered as long as nobody has checked the record against its sources. */
async function earlier(viewer: Staff, { noun, id }: Omit<Known, 'subject'>, path: string): Promise<Deed[]> {
  return (await recordHead(viewer, noun, id))?.verification === 'unverified' ? [{ word: ['palette.deeds', 'oldAct'], place: `${path}/old-act` }] : [];
}

/** Every deed that a word may name, so that “sign nis” is understood before a record is known. */
export const deedWords: readonly DeedWord[] = [
  ...(['revise', 'propose', 'publish', 'withdraw', 'verify', 'readdress', 'history', 'addParty', 'oldAct', 'merge', 'preview', 'complete', 'postpone', 'cancel', 'attach', 'detach', 'plan', 'duties', 'newDuty', 'settleDuty', 'decide', 'start', 'progress', 'dependants', ...Object.keys(stepsFrom) as Step[]] as const).map((key): DeedWord => ['palette.deeds', key]),
  ...([
    'initiative', 'drafting_started', 'text_agreed', 'council_decision', 'body_decision', 'consent_request', 'consent_given', 'consent_refused', 'authorisation_to_sign', 'signature', 'ratification',
    'publication_in_gazette', 'entry_into_force', 'amendment', 'renewal', 'suspension', 'resumption', 'notice', 'notice_withdrawn', 'party_withdrawal', 'termination', 'completion',
    'replacement', 'dropping', 'archiving', 'annex',
  ] satisfies (ActKind | 'body_decision' | 'annex')[]).map((key): DeedWord => ['agreements.do', key]),
  ...projectActKinds.map((key): DeedWord => ['projects.do', key]), ...membershipActKinds.map((key): DeedWord => ['networks.do', key]),
];

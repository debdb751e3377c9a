import { folderOf } from '#app/registers.ts';
import { actAddress } from '#components/agreement/act-address.ts';
import type { ActKind } from '#office/agreement/agreement.ts';
import { isOpen } from '#office/agreement/moves.ts';
import { movesOf } from '#office/agreement/read.ts';
import { nextActs as nextMembershipActs, membershipActKinds } from '#office/membership/membership.ts';
import { membershipById } from '#office/membership/read.ts';
import { isOpen as isOpenMilestone, milestoneState } from '#office/milestone/milestone.ts';
import { milestoneById } from '#office/milestone/read.ts';
import { addressed, permits, wayOf, type Action, type Noun, type Subject } from '#office/permission.ts';
import { nextActs as nextProjectActs, projectActKinds, projectState } from '#office/project/project.ts';
import { projectById } from '#office/project/read.ts';
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
  return [
    ...(revising ? [deed(revising === 'propose' ? 'propose' : 'revise', 'edit')] : []),
    ...(may('publish') && !published ? [deed('publish', 'publish')] : []),
    ...(!may('publish') && may('submit') && ['draft', 'returned'].includes(subject.publication) ? [deed('submit', 'publish')] : []),
    ...await ownDeeds(viewer, { noun, id, subject }, { today, path, way }),
    ...(noun === 'agreement' || noun === 'membership' || noun === 'project' || noun === 'programme' ? [deed('plan', 'plan')] : []),
    ...(noun === 'agreement' || noun === 'membership' ? [deed('duties', 'duties'), ...(way('enterDuty') ? [deed('newDuty', 'duties/new')] : [])] : []),
    ...(may('verify') ? [deed('verify', 'verify')] : []),
    ...(addressed.some((one) => one === noun) && permits(viewer, `${noun}.readdress` as Action, subject) ? [deed('readdress', 'address')] : []),
    ...(may('withdraw') && published ? [deed('withdraw', 'withdraw')] : []),
    ...(way('merge') ? [deed('merge', 'merge')] : []),
    ...(published ? [] : [deed('preview', 'preview')]),
    deed('history', 'history'),
  ];
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
        ...acts.map(({ kind }): Deed => ({ word: ['agreements.do', kind], place: actAddress(path, kind) })),
        ...(situation?.annex && permits(viewer, 'agreement.draft', null) ? [{ word: ['agreements.do', 'annex'], place: actAddress(path, 'annex') } satisfies Deed] : []),
        ...(situation?.decides && permits(viewer, 'agreement.recordAct', subject) ? [deed('decide', 'decide')] : []),
        ...(way('addParty') ? [deed('addParty', 'party')] : []),
        ...(way('recordAct') ? [deed('oldAct', 'old-act')] : []),
      ];
    }
    case 'membership': case 'project': {
      if (!way('recordAct')) return [];
      const kinds = noun === 'project'
        ? nextProjectActs(projectState((await projectById(viewer, id))?.acts ?? [], today)) : nextMembershipActs((await membershipById(viewer, id))?.acts ?? [], today);
      const namespace = noun === 'project' ? 'projects.do' : 'networks.do';
      return [...kinds.map((kind): Deed => ({ word: [namespace, kind], place: `${path}/acts/new/${kind.replaceAll('_', '-')}` })), deed('oldAct', 'old-act')];
    }
    case 'milestone': {
      const held = await milestoneById(viewer, id);
      const state = held && milestoneState(held);
      if (!state || !isOpenMilestone(state)) return [];
      const [first, verb] = state === 'running' ? ['progress', 'noteProgress'] as const : ['start', 'start'] as const;
      return [...(way(verb) ? [deed(first, first)] : []), ...(['complete', 'postpone', 'cancel'] as const).flatMap((move) => (way(move) ? [deed(move, move)] : []))];
    }
    case 'document': return way('attach') ? [deed('attach', 'files')] : [];
    case 'organisation': case 'programme': return [];
  }
}

/** Every deed that a word may name, so that “sign nis” is understood before a record is known. */
export const deedWords: readonly DeedWord[] = [
  ...(['revise', 'propose', 'publish', 'withdraw', 'verify', 'readdress', 'history', 'addParty', 'oldAct', 'merge', 'preview', 'complete', 'postpone', 'cancel', 'attach', 'submit', 'plan', 'duties', 'newDuty', 'decide', 'start', 'progress'] as const).map((key): DeedWord => ['palette.deeds', key]),
  ...([
    'initiative', 'drafting_started', 'text_agreed', 'council_decision', 'consent_request', 'consent_given', 'consent_refused', 'authorisation_to_sign', 'signature', 'ratification',
    'publication_in_gazette', 'entry_into_force', 'amendment', 'renewal', 'suspension', 'resumption', 'notice', 'notice_withdrawn', 'party_withdrawal', 'termination', 'completion',
    'replacement', 'dropping', 'archiving', 'annex',
  ] satisfies (ActKind | 'annex')[]).map((key): DeedWord => ['agreements.do', key]),
  ...projectActKinds.map((key): DeedWord => ['projects.do', key]), ...membershipActKinds.map((key): DeedWord => ['networks.do', key]),
];

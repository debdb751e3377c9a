import type { Began } from '#app/began-from.ts';
import { picks } from '#app/picks.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import type { MilestoneRecord } from '#office/milestone/read.ts';
import { siblings } from '#office/milestone/ties.ts';
import { colleagueNames } from '#office/person/names.ts';
import { colleagueChoices } from '#office/person/read.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../unseen.ts';

/** The records that a milestone may be said to belong to, and the milestones of its project that it may wait for; a new one may have been begun from a record. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: MilestoneRecord, began: Began | null = null) {
  const of = (noun: Began['noun']) => (began?.noun === noun ? began.id : null);
  const projectId = record?.projectId ?? of('project');
  const others = projectId ? await siblings(viewer, projectId, record?.id ?? null) : [];
  const colleagues = (await colleagueChoices(viewer)).map(({ id, name }) => ({ id, label: name }));
  return {
    colleagues: await withUnseen(colleagues, [record?.ownerId, record?.deputyId], await colleagueNames(viewer, form)),
    first: await withUnseen(others.map(({ id, title, code }) => ({ id, label: `${textIn(title, form)} (${code})` })), record?.dependsOn ?? []),
    owners: {
      agreement: await picks(viewer, form, 'agreement', [record?.agreementId, of('agreement')]), membership: await picks(viewer, form, 'membership', [record?.membershipId, of('membership')]),
      project: await picks(viewer, form, 'project', [projectId]), programme: await picks(viewer, form, 'programme', [record?.programmeId, of('programme')]),
    },
  };
}

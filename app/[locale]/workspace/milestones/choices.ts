import { textIn, type WrittenForm } from '#messages/local-text.ts';
import type { MilestoneRecord } from '#office/milestone/read.ts';
import { siblings } from '#office/milestone/ties.ts';
import { colleagueChoices } from '#office/person/read.ts';
import { referenceChoices } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../unseen.ts';

/** The records that a milestone may be said to belong to, and the milestones of its project that it may wait for. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: MilestoneRecord, projectId = record?.projectId ?? null) {
  const found = await referenceChoices(viewer, form, ['agreement', 'membership', 'project', 'programme']);
  const of = (noun: string, held: string | null | undefined) => withUnseen(
    found.filter((one) => one.noun === noun).map(({ id, name, code }) => ({ id, label: `${textIn(name, form)} (${code})` })), [held]);
  const others = projectId ? await siblings(viewer, projectId, record?.id ?? null) : [];
  const colleagues = (await colleagueChoices(viewer)).map(({ id, name }) => ({ id, label: name }));
  return {
    colleagues: await withUnseen(colleagues, [record?.ownerId, record?.deputyId]),
    first: await withUnseen(others.map(({ id, title, code }) => ({ id, label: `${textIn(title, form)} (${code})` })), record?.dependsOn ?? []),
    owners: {
      agreement: await of('agreement', record?.agreementId), membership: await of('membership', record?.membershipId),
      project: await of('project', record?.projectId), programme: await of('programme', record?.programmeId),
    },
  };
}

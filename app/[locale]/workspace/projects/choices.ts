import { getTranslations } from 'next-intl/server';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { projectActKinds } from '#office/project/project.ts';
import type { ProjectRecord } from '#office/project/read.ts';
import { referenceChoices } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../unseen.ts';

/** What the form of a project offers to choose from. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: ProjectRecord) {
  const found = await referenceChoices(viewer, form, ['organisation', 'programme']);
  const of = (noun: string) => found.filter((one) => one.noun === noun).map(({ id, name }) => ({ id, label: textIn(name, form) }));
  return {
    organisations: await withUnseen(of('organisation'), record?.partners.map(({ organisationId }) => organisationId) ?? []),
    programmes: await withUnseen(of('programme'), [record?.programmeId]),
    actKinds: await actKinds(),
  };
}

export async function actKinds() {
  const t = await getTranslations('vocabulary.projectAct');
  return projectActKinds.map((value) => ({ value, label: t(value) }));
}

import { getTranslations } from 'next-intl/server';
import { picks } from '#app/picks.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { projectActKinds } from '#office/project/project.ts';
import type { ProjectRecord } from '#office/project/read.ts';
import type { Viewer } from '#office/viewer.ts';

/** What the form of a project offers to choose from. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: ProjectRecord) {
  return {
    organisations: await picks(viewer, form, 'organisation', record?.partners.map(({ organisationId }) => organisationId)),
    programmes: await picks(viewer, form, 'programme', [record?.programmeId]),
    actKinds: await actKinds(),
  };
}

export async function actKinds() {
  const t = await getTranslations('vocabulary.projectAct');
  return projectActKinds.map((value) => ({ value, label: t(value) }));
}

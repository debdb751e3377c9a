import { picks } from '#app/picks.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { ProjectRecord } from '#office/project/read.ts';
import type { Viewer } from '#office/viewer.ts';

/** What the form of a project offers to choose from. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: ProjectRecord) {
  return {
    organisations: await picks(viewer, form, 'organisation', record?.partners.map(({ organisationId }) => organisationId)),
    programmes: await picks(viewer, form, 'programme', [record?.programmeId]),
  };
}

import { countries } from '#messages/names.ts';
import { picks } from '#app/picks.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { OrganisationRecord } from '#office/organisation/read.ts';
import type { Viewer } from '#office/viewer.ts';

/** What the form of an organisation offers to choose from, without the organisation itself. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: OrganisationRecord) {
  return {
    countries: countries(form).map(({ code, name }) => ({ value: code, label: name })),
    organisations: await picks(viewer, form, 'organisation', [record?.parentId, record?.successorOfId], record?.id),
  };
}

import { countries } from '#messages/names.ts';
import { picks } from '#app/picks.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { ProgrammeRecord } from '#office/programme/read.ts';
import type { Viewer } from '#office/viewer.ts';

/** What the form of a programme offers to choose from. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: ProgrammeRecord) {
  const held = [record?.funderId, record?.managingAuthorityId, record?.nationalAuthorityId, ...record?.partners.map(({ organisationId }) => organisationId) ?? []];
  return {
    countries: countries(form).map(({ code, name }) => ({ value: code, label: name })),
    organisations: await picks(viewer, form, 'organisation', held),
  };
}

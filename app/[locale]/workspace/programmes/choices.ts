import { countries } from '#messages/names.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { organisationChoices } from '#office/organisation/read.ts';
import type { ProgrammeRecord } from '#office/programme/read.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../unseen.ts';

/** What the form of a programme offers to choose from. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: ProgrammeRecord) {
  const organisations = await organisationChoices(viewer, form);
  const held = [record?.funderId, record?.managingAuthorityId, record?.nationalAuthorityId, ...record?.partners.map(({ organisationId }) => organisationId) ?? []];
  return {
    countries: countries(form).map(({ code, name }) => ({ value: code, label: name })),
    organisations: await withUnseen(organisations.map(({ id, name }) => ({ id, label: textIn(name, form) })), held),
  };
}

import { countries } from '#messages/names.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { organisationChoices, type OrganisationRecord } from '#office/organisation/read.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../unseen.ts';

/** What the form of an organisation offers to choose from, without the organisation itself. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: OrganisationRecord) {
  const organisations = await organisationChoices(viewer, form);
  const others = organisations.filter(({ id }) => id !== record?.id).map(({ id, name }) => ({ id, label: textIn(name, form) }));
  return {
    countries: countries(form).map(({ code, name }) => ({ value: code, label: name })),
    organisations: await withUnseen(others, [record?.parentId, record?.successorOfId]),
  };
}

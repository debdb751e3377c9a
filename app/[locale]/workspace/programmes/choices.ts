import { countries } from '#messages/names.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { organisationChoices } from '#office/organisation/read.ts';
import type { Viewer } from '#office/viewer.ts';

/** What the form of a programme offers to choose from. */
export async function entryChoices(viewer: Viewer, form: WrittenForm) {
  const organisations = await organisationChoices(viewer, form);
  return {
    countries: countries(form).map(({ code, name }) => ({ value: code, label: name })),
    organisations: organisations.map(({ id, name }) => ({ id, label: textIn(name, form) })),
  };
}

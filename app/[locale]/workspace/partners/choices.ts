import { countries } from '#messages/names.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { organisationChoices } from '#office/organisation/read.ts';
import type { Viewer } from '#office/viewer.ts';

/** What the form of an organisation offers to choose from, without the organisation itself. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, except?: string) {
  const organisations = await organisationChoices(viewer, form);
  return {
    countries: countries(form).map(({ code, name }) => ({ value: code, label: name })),
    organisations: organisations.filter(({ id }) => id !== except).map(({ id, name }) => ({ id, label: textIn(name, form) })),
  };
}

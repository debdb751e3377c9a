import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { organisationChoices } from '#office/organisation/read.ts';
import type { Viewer } from '#office/viewer.ts';

/** What the form of a membership offers to choose from; `self` is the City. */
export async function entryChoices(viewer: Viewer, form: WrittenForm) {
  const all = await organisationChoices(viewer, form);
  const named = all.map(({ id, name, kind }) => ({ id, label: textIn(name, form), kind }));
  return {
    networks: named.filter(({ kind }) => kind === 'network').map(({ id, label }) => ({ id, label })),
    organisations: named.map(({ id, label }) => ({ id, label })),
    self: all.find(({ isSelf }) => isSelf)?.id ?? null,
  };
}

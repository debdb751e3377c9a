import { textIn, type WrittenForm } from '#messages/local-text.ts';
import type { MembershipRecord } from '#office/membership/read.ts';
import { organisationChoices } from '#office/organisation/read.ts';
import type { Viewer } from '#office/viewer.ts';
import { withUnseen } from '../unseen.ts';

/** What the form of a membership offers to choose from; `self` is the City. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: MembershipRecord) {
  const all = await organisationChoices(viewer, form);
  const named = all.map(({ id, name, kind }) => ({ id, label: textIn(name, form), kind }));
  return {
    networks: await withUnseen(named.filter(({ kind }) => kind === 'network').map(({ id, label }) => ({ id, label })), [record?.networkId]),
    organisations: await withUnseen(named.map(({ id, label }) => ({ id, label })), [record?.memberId, ...record?.obligations.map(({ organisationId }) => organisationId) ?? []]),
    self: all.find(({ isSelf }) => isSelf)?.id ?? null,
  };
}

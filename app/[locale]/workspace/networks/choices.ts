import type { Began } from '#app/began-from.ts';
import { picks } from '#app/picks.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { MembershipRecord } from '#office/membership/read.ts';
import { cityId } from '#office/organisation/read.ts';
import type { Viewer } from '#office/viewer.ts';

/** What the form of a membership offers to choose from; `self` is the City. A new one may have been begun from its network. */
export async function entryChoices(viewer: Viewer, form: WrittenForm, record?: MembershipRecord, began: Began | null = null) {
  const self = await cityId(viewer);
  return {
    networks: await picks(viewer, form, 'network', [record?.networkId, began?.id]),
    organisations: await picks(viewer, form, 'organisation', [self, record?.memberId, ...record?.obligations.map(({ organisationId }) => organisationId) ?? []]),
    self,
  };
}

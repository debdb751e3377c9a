import { milestone } from '#db/schema/milestone.ts';
import type { MilestoneEntry } from '#office/milestone/entry.ts';
import { draft, publish } from '#office/milestone/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { milestoneCodes } from './codes.ts';
import { facts } from './facts.ts';
import type { MilestoneFacts } from './facts.ts';
import { mapped, milestoneKinds } from './mapping.ts';
import { idOf, of, settle } from './settle.ts';
import type { Ids } from './settle.ts';
import { milestoneTexts } from './texts/milestones.ts';
import { localText } from './texts/text.ts';
import { dated, fromOfficeRecords } from './values.ts';

export type Owners = { readonly memberships: Ids; readonly projects: Ids; readonly agreements: Ids };

/** Lays down the milestones of memberships, projects and agreements. */
export async function layDownMilestones(owners: Owners): Promise<void> {
  for (const one of facts.milestones) {
    const code = of(milestoneCodes, one.id);
    const entry = entryFrom(one, owners);
    await settle(milestone, {
      code,
      draft: () => draft(systemViewer, { entry, given: { code, slug: one.id } }),
      publish: (id) => publish(systemViewer, { id }),
    });
  }
}

/** All of them have been reached; on which day, is known of two, and of these not to the day. */
function entryFrom(one: MilestoneFacts, { memberships, projects, agreements }: Owners): MilestoneEntry {
  return {
    title: localText(of(milestoneTexts, one.id).title),
    kind: mapped(milestoneKinds, one.kind),
    planned: null,
    progress: 100,
    isPublic: true,
    ownerId: null,
    deputyId: null,
    dependsOn: [],
    membershipId: one.network ? idOf(memberships, one.network) : null,
    projectId: one.project ? idOf(projects, one.project) : null,
    agreementId: one.agreement ? idOf(agreements, one.agreement) : null,
    programmeId: null,
    acts: [{ id: null, kind: 'done', on: dated(one.date), plannedBefore: null, note: null }],
    sources: fromOfficeRecords(),
    englishWaived: null,
  };
}

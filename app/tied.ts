import type { TiesOfOrganisation } from '#components/organisation/ties.tsx';
import type { Some } from '#components/record/tied.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { agreementsOf, countAgreementsOf, type AgreementLine, type AgreementOwner } from '#office/agreement/read.ts';
import { membershipsOf } from '#office/membership/read.ts';
import { countMilestonesOf, milestonesOf, type MilestoneLine, type MilestoneOwner } from '#office/milestone/read.ts';
import { programmesOf } from '#office/programme/read.ts';
import type { ProjectOwner } from '#office/project/of-record.ts';
import { countProjectsOf, projectsOf, type ProjectLine } from '#office/project/read.ts';
import { visitor, type Viewer } from '#office/viewer.ts';

/** As many of each as a page can hold and stay under a hundred kilobytes; the whole lists stand in the registers. */
export const mostTied = 12;

/** The agreements of a record that the public may see: the first of them, and how many there are. */
export function tiedAgreements(owner: AgreementOwner, form: WrittenForm, today: string, viewer: Viewer = visitor): Promise<Some<AgreementLine>> {
  return beginning(agreementsOf(viewer, owner, form, today, mostTied), countAgreementsOf(viewer, owner));
}

export function tiedProjects(owner: ProjectOwner, form: WrittenForm, viewer: Viewer = visitor): Promise<Some<ProjectLine>> {
  return beginning(projectsOf(viewer, owner, form, mostTied), countProjectsOf(viewer, owner));
}

export function tiedMilestones(owner: MilestoneOwner, viewer: Viewer = visitor): Promise<Some<MilestoneLine>> {
  return beginning(milestonesOf(viewer, owner, mostTied), countMilestonesOf(viewer, owner));
}

/** All that ties the City to an organisation. */
export async function tiesOf({ id, slug }: { id: string; slug: string }, form: WrittenForm, today: string, viewer: Viewer = visitor): Promise<TiesOfOrganisation> {
  const owner = { organisationId: id };
  const [agreements, projects, milestones, programmes, memberships] = await Promise.all([
    tiedAgreements(owner, form, today, viewer), tiedProjects(owner, form, viewer), tiedMilestones(owner, viewer), programmesOf(viewer, id), membershipsOf(viewer, id, today),
  ]);
  return { slug, agreements, projects, milestones, programmes, memberships };
}

async function beginning<T>(lines: Promise<readonly T[]>, total: Promise<number>): Promise<Some<T>> {
  return { lines: await lines, total: await total };
}

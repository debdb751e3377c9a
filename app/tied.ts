import type { TiesOfOrganisation } from '#components/organisation/ties.tsx';
import type { Some } from '#components/record/tied.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { agreementsOf, countAgreementsOf, type AgreementLine, type AgreementOwner } from '#office/agreement/read.ts';
import { membershipsOf } from '#office/membership/read.ts';
import { countMilestonesOf, milestonesOf, type MilestoneLine, type MilestoneOwner } from '#office/milestone/read.ts';
import { programmesOf } from '#office/programme/read.ts';
import type { ProjectOwner } from '#office/project/of-record.ts';
import { countProjectsOf, projectsOf, type ProjectLine } from '#office/project/read.ts';
import { visitor } from '#office/viewer.ts';

/** As many of each as a page can hold and stay under a hundred kilobytes; the whole lists stand in the registers. */
export const mostTied = 12;

/** The agreements of a record that the public may see: the first of them, and how many there are. */
export function tiedAgreements(owner: AgreementOwner, form: WrittenForm, today: string): Promise<Some<AgreementLine>> {
  return beginning(agreementsOf(visitor, owner, form, today, mostTied), countAgreementsOf(visitor, owner));
}

export function tiedProjects(owner: ProjectOwner, form: WrittenForm): Promise<Some<ProjectLine>> {
  return beginning(projectsOf(visitor, owner, form, mostTied), countProjectsOf(visitor, owner));
}

export function tiedMilestones(owner: MilestoneOwner): Promise<Some<MilestoneLine>> {
  return beginning(milestonesOf(visitor, owner, mostTied), countMilestonesOf(visitor, owner));
}

/** All that ties the City to an organisation. */
export async function tiesOf({ id, slug }: { id: string; slug: string }, form: WrittenForm, today: string): Promise<TiesOfOrganisation> {
  const owner = { organisationId: id };
  const [agreements, projects, milestones, programmes, memberships] = await Promise.all([
    tiedAgreements(owner, form, today), tiedProjects(owner, form), tiedMilestones(owner), programmesOf(visitor, id), membershipsOf(visitor, id, today),
  ]);
  return { slug, agreements, projects, milestones, programmes, memberships };
}

async function beginning<T>(lines: Promise<readonly T[]>, total: Promise<number>): Promise<Some<T>> {
  return { lines: await lines, total: await total };
}

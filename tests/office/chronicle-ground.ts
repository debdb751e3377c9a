import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement, agreementAct } from '#db/schema/agreement.ts';
import { membership, membershipAct, type MembershipActKind } from '#db/schema/membership.ts';
import { milestone, milestoneAct, type MilestoneActKind } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { project, projectAct, type ProjectActKind } from '#db/schema/project.ts';
import type { Publication } from '#db/columns.ts';
import { local } from '#messages/local-text.ts';
import type { ActKind, Procedure } from '#office/agreement/agreement.ts';
import { change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { systemViewer } from '#office/viewer.ts';
import { accepted } from '../verbs.ts';

type Dated<K> = readonly (readonly [kind: K, on: string | null])[];
type Own = { publication?: Publication };
let running = 0;

const on = (edtf: string | null | undefined) => (edtf ? parseFuzzyDate(edtf) : null);
const acts = <K>(list: Dated<K>) => list.map(([kind, date]) => ({ kind, on: on(date) }));
const names = (prefix: string, publication: Publication = 'published') => {
  running += 1;
  return { code: `${prefix}-${running}`, slug: `${prefix}-${running}`.toLowerCase(), publication, publishedAt: publication === 'draft' ? null : new Date() };
};

/** An agreement that is published unless said otherwise, with its acts. */
export async function putAgreement(list: Dated<ActKind>, { publication, title, procedure }: Own & { title?: string; procedure?: Procedure } = {}): Promise<string> {
  return accepted(await change(systemViewer, { action: 'agreement.draft', table: agreement }, async (pen) => {
    await pen.draft(agreement, { title: local({ sr: title ?? 'Споразум' }), procedure: procedure ?? null, ...names('NI-SAR', publication) });
    await pen.replaceParts(agreementAct, agreementAct.agreementId, acts(list));
  }));
}

export async function putProject(list: Dated<ProjectActKind>, { publication, start, end, reallyStarted }: Own & { start?: string; end?: string; reallyStarted?: string } = {}): Promise<string> {
  return accepted(await change(systemViewer, { action: 'project.draft', table: project }, async (pen) => {
    await pen.draft(project, { title: local({ sr: 'Пројекат' }), plannedStart: on(start), plannedEnd: on(end), actualStart: on(reallyStarted), ...names('NI-PRO', publication) });
    await pen.replaceParts(projectAct, projectAct.projectId, acts(list));
  }));
}

/** A membership of the City, or of another, in a network of its own; `network` is the publication of the network. */
export async function putMembership(list: Dated<MembershipActKind>, { publication, network = 'published', of = 'city' }: Own & { network?: Publication; of?: 'city' | 'other' } = {}): Promise<{ id: string; networkId: string }> {
  const memberId = of === 'city' ? await city() : await putMember({});
  const networkId = accepted(await change(systemViewer, { action: 'organisation.draft', table: organisation }, async (pen) => {
    await pen.draft(organisation, { name: local({ sr: 'Мрежа' }), kind: 'network', ...names('NI-MRE', network) });
  }));
  const id = accepted(await change(systemViewer, { action: 'membership.draft', table: membership }, async (pen) => {
    await pen.draft(membership, { networkId, memberId, ...names('NI-CLA', publication) });
    await pen.replaceParts(membershipAct, membershipAct.membershipId, acts(list));
  }));
  return { id, networkId };
}

async function city(): Promise<string> {
  const [held] = await reader().select({ id: organisation.id }).from(organisation).where(eq(organisation.isSelf, true));
  return held?.id ?? putMember({ isSelf: true });
}

async function putMember(own: { isSelf?: true }): Promise<string> {
  return accepted(await change(systemViewer, { action: 'organisation.draft', table: organisation }, async (pen) => {
    await pen.draft(organisation, { name: local({ sr: 'Град' }), kind: 'local_government', ...own, ...names('NI-ORG') });
  }));
}

type OfRecord = { agreementId?: string; membershipId?: string; projectId?: string };

export async function putMilestone(of: OfRecord, { kind = 'agreement_signed', planned, actual, done, isPublic = true, publication, title = 'Прекретница' }: Own & {
  kind?: string; planned?: string; actual?: string; done?: MilestoneActKind; isPublic?: boolean; title?: string;
}): Promise<string> {
  return accepted(await change(systemViewer, { action: 'milestone.draft', table: milestone }, async (pen) => {
    await pen.draft(milestone, { ...of, title: local({ sr: title }), kind, planned: on(planned), actual: on(actual), isPublic, ...names('NI-PRK', publication) });
    if (done) await pen.replaceParts(milestoneAct, milestoneAct.milestoneId, [{ kind: done, on: on(actual) }]);
  }));
}

/** Steps the publication of a record, as its verbs do. */
export async function setPublication(noun: 'agreement' | 'membership' | 'project' | 'milestone' | 'organisation', id: string, publication: Publication): Promise<void> {
  const table = { agreement, membership, project, milestone, organisation }[noun];
  accepted(await change(systemViewer, { action: `${noun}.revise`, table, id }, (pen) => pen.revise(table, { publication, withdrawnAt: publication === 'withdrawn' ? new Date() : null })));
}

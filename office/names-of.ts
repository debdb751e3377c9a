import { and, eq, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementParty } from '#db/schema/agreement.ts';
import { personal } from '#db/schema/person.ts';
import type { LocalText } from '#messages/local-text.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { formerText } from '#office/former.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Difference } from './audit/difference.ts';
import { titlesOf } from './titles.ts';

/** Which noun a field points at by its id. */
const nounOf: Record<string, Noun> = {
  organisationId: 'organisation', networkId: 'organisation', memberId: 'organisation', funderId: 'organisation', managingAuthorityId: 'organisation',
  nationalAuthorityId: 'organisation', parentId: 'organisation', successorOfId: 'organisation', mergedIntoId: 'organisation',
  projectId: 'project', programmeId: 'programme', agreementId: 'agreement', otherId: 'agreement', membershipId: 'membership', documentId: 'document', supersedesId: 'document', dependsOnId: 'milestone',
};

/** Tables of which one column points at a record of whichever noun another column says. */
const ofAnyNoun: Record<string, string> = { document_link: 'recordId' };

/** Fields that point at a colleague. */
const people = new Set(['ownerId', 'deputyId']);

/** What the records and colleagues are called that these differences point at, as far as the viewer may see them. */
export async function namesOf(viewer: Viewer, differences: readonly Difference[]): Promise<Map<string, LocalText | null>> {
  const ids = ({ before, after }: Difference) => [before, after].filter((id) => typeof id === 'string');
  const pointed = differences.flatMap((one) => {
    const noun = nounOf[one.field];
    if (ofAnyNoun[one.table] === one.field) return ids(one).flatMap((id) => nouns.map((any) => ({ noun: any, id })));
    return noun ? ids(one).map((id) => ({ noun, id })) : [];
  });
  const parties = await organisationsOf(differences.filter(({ field }) => field === 'partyId').flatMap(ids));
  const names = await titlesOf(viewer, [...pointed, ...parties.map(({ organisationId }) => ({ noun: 'organisation' as const, id: organisationId }))]);
  for (const { id, organisationId } of parties) names.set(id, names.get(organisationId) ?? null);
  const colleagues = differences.filter(({ field }) => people.has(field)).flatMap(ids);
  if (colleagues.length === 0) return names;
  const rows = await reader().select({ id: personal.ownerId, name: personal.value }).from(personal)
    .where(and(inArray(personal.ownerId, colleagues), eq(personal.field, 'name')));
  for (const id of colleagues) names.set(id, formerText(id));
  for (const { id, name } of rows) names.set(id, { origin: 'sr-Latn', 'sr-Latn': { text: name, state: 'checked' } });
  return names;
}

/** An act that one party did points at its line among the parties, which is called as its organisation is. */
async function organisationsOf(partyIds: readonly string[]): Promise<{ id: string; organisationId: string }[]> {
  if (partyIds.length === 0) return [];
  return reader().select({ id: agreementParty.id, organisationId: agreementParty.organisationId }).from(agreementParty).where(inArray(agreementParty.id, [...partyIds]));
}

/** The difference with names in the place of ids. */
export function named(difference: Difference, names: Map<string, LocalText | null>): Difference {
  if (!nounOf[difference.field] && ofAnyNoun[difference.table] !== difference.field && !people.has(difference.field) && difference.field !== 'partyId') return difference;
  const name = (id: unknown) => (typeof id === 'string' ? names.get(id) ?? null : null);
  return { ...difference, before: name(difference.before), after: name(difference.after) };
}

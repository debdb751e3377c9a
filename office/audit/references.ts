import type { LocalText } from '#messages/local-text.ts';
import type { Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Difference } from './difference.ts';
import { titlesOf } from './titles.ts';

/** Which noun a field points at by its id. */
const nounOf: Record<string, Noun> = {
  organisationId: 'organisation', networkId: 'organisation', memberId: 'organisation', funderId: 'organisation', managingAuthorityId: 'organisation',
  nationalAuthorityId: 'organisation', parentId: 'organisation', successorOfId: 'organisation', mergedIntoId: 'organisation',
  projectId: 'project', programmeId: 'programme', agreementId: 'agreement', otherId: 'agreement', membershipId: 'membership', documentId: 'document', supersedesId: 'document',
};

/** What the records are called that these differences point at, as far as the viewer may see them. */
export function namesOf(viewer: Viewer, differences: readonly Difference[]): Promise<Map<string, LocalText | null>> {
  const pointed = differences.flatMap(({ field, before, after }) => {
    const noun = nounOf[field];
    return noun ? [before, after].flatMap((id) => (typeof id === 'string' ? [{ noun, id }] : [])) : [];
  });
  return titlesOf(viewer, pointed);
}

/** The difference with names in the place of ids. */
export function named(difference: Difference, names: Map<string, LocalText | null>): Difference {
  if (!nounOf[difference.field]) return difference;
  const name = (id: unknown) => (typeof id === 'string' ? names.get(id) ?? null : null);
  return { ...difference, before: name(difference.before), after: name(difference.after) };
}

import { eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { milestone } from '#db/schema/milestone.ts';
import { proposal } from '#db/schema/proposal.ts';
import { reader } from '#db/client.ts';
import { holds, nouns } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';

/**
 * Who may see a proposal: its author, and whoever edits such records or was given this one; of a project also what
 * is proposed of its milestones. Nobody else, the public least of all.
 */
export function proposalSight(viewer: Viewer): SQL {
  if (viewer.kind === 'system') return sql`true`;
  if (viewer.kind === 'visitor') return sql`false`;
  const edits = nouns.filter((noun) => holds(viewer, 'editor', noun, null));
  const given = viewer.grants.flatMap(({ role, noun, recordId }) => (noun && recordId && (role === 'editor' || role === 'publisher') ? [recordId] : []));
  const plans = given.length ? reader().select({ id: milestone.id }).from(milestone).where(inArray(milestone.projectId, given)) : undefined;
  return or(
    eq(proposal.createdBy, viewer.id), edits.length ? inArray(proposal.noun, edits) : undefined,
    given.length ? inArray(proposal.recordId, given) : undefined, plans ? inArray(proposal.recordId, plans) : undefined,
  ) ?? sql`false`;
}

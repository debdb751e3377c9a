import { and, eq, exists, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import { projectsGiven, sight, told } from '#office/publication.ts';
import { visitor, type Viewer } from '#office/viewer.ts';

/**
 * Who may see a milestone. A visitor: one that is published, meant for the public, and belongs to a record
 * that the visitor may see too, so that no milestone tells of an agreement that is still a draft. Staff: the
 * rule of every noun, whoever was given a project also all milestones of it, and whoever keeps one or stands in for its keeper that one:
 * nobody does work that he cannot see.
 */
export function milestoneSight(viewer: Viewer): SQL {
  const common = sight(viewer, 'milestone', milestone);
  if (viewer.kind === 'visitor') return and(common, forThePublic(viewer)) ?? common;
  const projects = projectsGiven(viewer);
  const own = viewer.kind === 'staff' ? or(eq(milestone.ownerId, viewer.id), eq(milestone.deputyId, viewer.id)) : undefined;
  return or(common, projects.length ? inArray(milestone.projectId, projects) : undefined, own) ?? common;
}

/** What a visitor may see or could see before it was withdrawn. */
export function milestoneTold(): SQL {
  return and(told(milestone), forThePublic(visitor)) ?? told(milestone);
}

function forThePublic(viewer: Viewer): SQL | undefined {
  return and(eq(milestone.isPublic, true), or(
    seen(viewer, 'agreement', agreement, milestone.agreementId),
    seen(viewer, 'membership', membership, milestone.membershipId),
    seen(viewer, 'project', project, milestone.projectId),
    seen(viewer, 'programme', programme, milestone.programmeId),
  ));
}

type Owner = PgTable & Parameters<typeof sight>[2];

function seen(viewer: Viewer, noun: 'agreement' | 'membership' | 'project' | 'programme', table: Owner, named: AnyPgColumn): SQL {
  return exists(reader().select({ one: sql`1` }).from(table).where(and(eq(table.id, named), sight(viewer, noun, table))));
}

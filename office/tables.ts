import { sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { agreement } from '#db/schema/agreement.ts';
import { document } from '#db/schema/document.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import type { LocalText } from '#messages/local-text.ts';
import { documentSight } from './document/sight.ts';
import { milestoneSight } from './milestone/sight.ts';
import type { Noun } from './permission.ts';
import { sight } from './publication.ts';
import type { Viewer } from './viewer.ts';

const calledAfter = 'called_after';
const network = alias(organisation, calledAfter);

/** The table of every noun, and the column that its records are called by; a membership is called after its network (`titleOf`). */
export const tables = {
  organisation: { table: organisation, title: organisation.name },
  membership: { table: membership, title: null },
  programme: { table: programme, title: programme.name },
  project: { table: project, title: project.title },
  agreement: { table: agreement, title: agreement.title },
  milestone: { table: milestone, title: milestone.title },
  document: { table: document, title: document.title },
} as const satisfies Record<Noun, object>;

/** The rule of sight of any noun: the common one, or the narrower one that a noun has of its own. */
export function sightOf(viewer: Viewer, noun: Noun): SQL {
  if (noun === 'document') return documentSight(viewer);
  if (noun === 'milestone') return milestoneSight(viewer);
  return sight(viewer, noun, tables[noun].table);
}

/** What a record is called in the query that reads it: a membership by the name of its network, where the viewer may see that. */
export function titleOf(viewer: Viewer, noun: Noun): SQL<LocalText | null> {
  const { title } = tables[noun];
  if (title) return sql<LocalText | null>`${title}`;
  return sql<LocalText | null>`(select ${network.name} from ${organisation} ${sql.identifier(calledAfter)} where ${network.id} = ${membership.networkId} and ${sight(viewer, 'organisation', network)})`;
}

import { agreement } from '#db/schema/agreement.ts';
import { document } from '#db/schema/document.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import type { Noun } from './permission.ts';

/** The table of every noun, and the column that its records are called by. */
export const tables = {
  organisation: { table: organisation, title: organisation.name },
  membership: { table: membership, title: null },
  programme: { table: programme, title: programme.name },
  project: { table: project, title: project.title },
  agreement: { table: agreement, title: agreement.title },
  milestone: { table: milestone, title: milestone.title },
  document: { table: document, title: document.title },
} as const satisfies Record<Noun, object>;

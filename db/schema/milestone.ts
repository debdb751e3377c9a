import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { fuzzyDate, kept, localText, part } from '#db/columns.ts';
import { agreement } from './agreement.ts';
import { membership } from './membership.ts';
import { person } from './person.ts';
import { programme } from './programme.ts';
import { project } from './project.ts';

export type MilestoneActKind = 'started' | 'done' | 'postponed' | 'cancelled';

export const milestone = pgTable('milestone', {
  ...kept(),
  title: localText('title'),
  kind: text('kind'),
  planned: fuzzyDate('planned'),
  actual: fuzzyDate('actual'),
  /** 0–100. */
  progress: integer('progress').notNull().default(0),
  isPublic: boolean('is_public').notNull().default(true),
  ownerId: uuid('owner_id').references(() => person.id),
  agreementId: uuid('agreement_id').references(() => agreement.id),
  membershipId: uuid('membership_id').references(() => membership.id),
  projectId: uuid('project_id').references(() => project.id),
  programmeId: uuid('programme_id').references(() => programme.id),
}, (t) => [
  index('milestone_agreement').on(t.agreementId), index('milestone_membership').on(t.membershipId),
  index('milestone_project').on(t.projectId), index('milestone_programme').on(t.programmeId),
]);

/** What happened to it, when; a postponement keeps the date that was planned before. */
export const milestoneAct = pgTable('milestone_act', {
  ...part(),
  milestoneId: uuid('milestone_id').notNull().references(() => milestone.id),
  kind: text('kind').$type<MilestoneActKind>().notNull(),
  on: fuzzyDate('on'),
  plannedBefore: fuzzyDate('planned_before'),
  note: localText('note'),
}, (t) => [index('milestone_act_of').on(t.milestoneId)]);

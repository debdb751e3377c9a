import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { day, dueIndex, fuzzyDate, kept, localText, part } from '#db/columns.ts';
import { agreement } from './agreement.ts';
import { membership } from './membership.ts';
import { obligation } from './obligation.ts';
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
  deputyId: uuid('deputy_id').references(() => person.id),
  /** The recurring duty that it is one occurrence of, and the ISO day on which that falls due. */
  obligationId: uuid('obligation_id').references(() => obligation.id),
  occurrence: day('occurrence'),
  agreementId: uuid('agreement_id').references(() => agreement.id),
  membershipId: uuid('membership_id').references(() => membership.id),
  projectId: uuid('project_id').references(() => project.id),
  programmeId: uuid('programme_id').references(() => programme.id),
  /** What a renewal decision decides that was entered by letting the agreement be, and about which day: the last one for a notice, or the last in force. */
  decides: text('decides').$type<'goes_on' | 'ends'>(),
  decidesAbout: day('decides_about'),
}, (t) => [
  dueIndex('milestone', t.scheduledFor),
  index('milestone_agreement').on(t.agreementId), index('milestone_membership').on(t.membershipId),
  index('milestone_project').on(t.projectId), index('milestone_programme').on(t.programmeId),
  unique('milestone_occurrence').on(t.obligationId, t.occurrence),
  // What was reached on a known day is no longer asked for its acts: the views of what is still to be done look only at the rest.
  index('milestone_due').on(sql`(${t.planned} ->> 'latest')`).where(sql`actual is null`),
  index('milestone_owner').on(t.ownerId).where(sql`actual is null`), index('milestone_deputy').on(t.deputyId).where(sql`actual is null`),
  index('milestone_ends').on(sql`(coalesce(${t.actual}, ${t.planned}) ->> 'latest')`),
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

/** A milestone that cannot begin or be done before another one of the same project is. */
export const milestoneDependency = pgTable('milestone_dependency', {
  ...part(),
  milestoneId: uuid('milestone_id').notNull().references(() => milestone.id),
  dependsOnId: uuid('depends_on_id').notNull().references(() => milestone.id),
}, (t) => [unique('milestone_dependency_once').on(t.milestoneId, t.dependsOnId), index('milestone_dependency_on').on(t.dependsOnId)]);

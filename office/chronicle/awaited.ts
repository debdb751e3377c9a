import { sql, type SQL } from 'drizzle-orm';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { chronicleEntry } from '#db/schema/chronicle.ts';
import { narrowRows, stateOf } from '#office/narrow-row.ts';
import { over } from '#office/over.ts';

const { milestone, membership, project } = narrowRows;

/**
 * Whether an entry may still come on `today` (ISO), or came: what nobody reached of a record that is over comes no more. It stays
 * on the page of its record.
 */
export function awaited(today: string): SQL {
  return sql`(${chronicleEntry.state} <> 'due' or exists (select from milestone_index as ${milestone} where ${milestone.id} = ${chronicleEntry.recordId} and ${goesOn(today)}))`;
}

/** Whether one of the records of a milestone's narrow row still goes on; a programme is never over. */
export function goesOn(today: string): SQL {
  return sql`(${milestone.programmeId} is not null
    or exists (select from ${agreementIndex} where ${agreementIndex.id} = ${milestone.agreementId} and ${agreementIndex.standings}[width_bucket(${today}::date, ${agreementIndex.standingFrom})] not in ${listed(over.agreement)})
    or exists (select from membership_index as ${membership} where ${membership.id} = ${milestone.membershipId} and ${stateOf(membership, today)} not in ${listed(over.membership)})
    or exists (select from project_index as ${project} where ${project.id} = ${milestone.projectId} and ${stateOf(project, today)} not in ${listed(over.project)}))`;
}

function listed(states: readonly string[]): SQL {
  return sql`(${sql.join(states.map((state) => sql`${state}`), sql`, `)})`;
}

import { and, eq, ne, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { milestone } from '#db/schema/milestone.ts';
import type { FormValues } from '#office/outcome.ts';
import { dateOf, isId } from './agreements.ts';

/** Milestones of the same record and kind whose day may be the same; two whose days nobody knows may be one. */
export async function nearMilestones(fields: FormValues, but: string): Promise<string[]> {
  const owners = (['agreement', 'membership', 'project', 'programme'] as const).flatMap((noun) => {
    const id = fields[`${noun}Id`]?.[0] ?? '';
    return isId(id) ? [eq(milestone[`${noun}Id`], id)] : [];
  });
  const kind = fields.kind?.[0];
  if (owners.length === 0 || !kind) return [];
  const planned = dateOf(fields, 'planned');
  const held = sql`coalesce(${milestone.actual}, ${milestone.planned})`;
  const time = planned
    ? sql`${held} ->> 'earliest' <= ${planned.latest ?? '9999'} and ${held} ->> 'latest' >= ${planned.earliest ?? ''}`
    : sql`${held} is null`;
  const rows = await reader().select({ id: milestone.id }).from(milestone)
    .where(and(or(...owners), eq(milestone.kind, kind), isId(but) ? ne(milestone.id, but) : sql`true`, time)).limit(40);
  return rows.map(({ id }) => id);
}

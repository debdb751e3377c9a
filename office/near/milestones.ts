import { and, eq, ne, or, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { milestone } from '#db/schema/milestone.ts';
import type { FormValues } from '#office/outcome.ts';
import { addDays } from '#office/agreement/days.ts';
import { writtenForms, type LocalText } from '#messages/local-text.ts';
import { dateOf, isId } from './agreements.ts';
import { isNear } from './nearness.ts';

/** By so many days two milestones of one title may differ and still be one. */
const fortnight = 14;

/**
 * Milestones of the same record and kind whose day may be the same, or lies within a fortnight where the title is near too; two whose days nobody
 * knows may be one.
 */
export async function nearMilestones(fields: FormValues, titles: readonly string[], but: string): Promise<string[]> {
  const owners = (['agreement', 'membership', 'project', 'programme'] as const).flatMap((noun) => {
    const id = fields[`${noun}Id`]?.[0] ?? '';
    return isId(id) ? [eq(milestone[`${noun}Id`], id)] : [];
  });
  const kind = fields.kind?.[0];
  if (owners.length === 0 || !kind) return [];
  const planned = dateOf(fields, 'planned');
  const held = sql`coalesce(${milestone.actual}, ${milestone.planned})`;
  const within = (days: number) => (planned
    ? sql<boolean>`${held} ->> 'earliest' <= ${planned.latest ? addDays(planned.latest, days) : '9999'} and ${held} ->> 'latest' >= ${planned.earliest ? addDays(planned.earliest, -days) : ''}`
    : sql<boolean>`${held} is null`);
  const rows = await reader().select({ id: milestone.id, title: milestone.title, isOnTheDay: sql<boolean>`(${within(0)})` }).from(milestone)
    .where(and(or(...owners), eq(milestone.kind, kind), isId(but) ? ne(milestone.id, but) : sql`true`, within(fortnight))).limit(40);
  const isCalled = (title: LocalText | null) => titles.some((one) => writtenForms.some((form) => title?.[form]?.text && isNear(one, title[form].text)));
  return rows.filter(({ title, isOnTheDay }) => isOnTheDay || isCalled(title)).map(({ id }) => id);
}

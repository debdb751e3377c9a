import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** One step of an order; `last` puts the unknown behind the known. */
export type Step = { readonly by: SQL | AnyPgColumn; readonly way: 'up' | 'down' | 'down, unknown last' };

/** An order of rows, or the same from its end. */
export type OrderSteps = { readonly steps: readonly Step[]; readonly turned: boolean };

/** As `order by` has it. */
export function orderBy({ steps, turned }: OrderSteps): SQL {
  return sql.join(steps.map((step) => inWay(step, turned)), sql`, `);
}

/** What rows are put in order by, to be carried along under names of their own, and the same order by these names. */
export function carried({ steps, turned }: OrderSteps): { keys: SQL; order: SQL } {
  const named = steps.map((step, place) => ({ ...step, name: sql.identifier(`by_${place}`) }));
  return {
    keys: sql.join(named.map(({ by, name }) => sql`${by} as ${name}`), sql`, `),
    order: orderBy({ steps: named.map(({ name, way }) => ({ by: sql`${name}`, way })), turned }),
  };
}

function inWay({ by, way }: Step, turned: boolean): SQL {
  if (way === 'up') return turned ? sql`${by} desc` : sql`${by}`;
  if (way === 'down') return turned ? sql`${by}` : sql`${by} desc`;
  return turned ? sql`${by} asc nulls first` : sql`${by} desc nulls last`;
}

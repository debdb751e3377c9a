import { and, eq, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { personal } from '#db/schema/person.ts';
import { colleagueChoices } from '#office/person/read.ts';
import type { Viewer } from '#office/viewer.ts';
import { keyOf } from './coded-columns.ts';
import { first, type CellFault, type Column, type Reading } from './column.ts';

/** A colleague by his name or his e-mail address. What is shown is always the name. */
export function personColumn(of: Pick<Column, 'key' | 'label'>): Column {
  return {
    ...of, holds: 'person', covers: [of.key],
    read: (cell, { colleague }) => {
      const found = colleague(cell);
      return 'id' in found ? { fields: { [of.key]: [found.id] } } : found;
    },
    write: (values, { person }) => {
      const id = first(values, of.key);
      return id && person ? person(id) : '';
    },
  };
}

/** Finds those who may sign in now. Neither a name nor an address is said back where nobody is found, or several are. */
export async function colleaguesFor(viewer: Viewer, texts: readonly string[]): Promise<Reading['colleague']> {
  const asked = [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
  if (asked.length === 0) return () => nobody;
  const people = await colleagueChoices(viewer);
  const addresses = asked.filter((text) => text.includes('@')).map((text) => text.toLowerCase());
  const held = addresses.length === 0 ? [] : await reader().select({ id: personal.ownerId, address: sql<string>`lower(${personal.value})` }).from(personal)
    .where(and(eq(personal.field, 'email'), inArray(sql`lower(${personal.value})`, addresses)));
  return (text) => {
    const wanted = text.trim();
    const ids = wanted.includes('@') ? held.filter(({ address }) => address === wanted.toLowerCase()).map(({ id }) => id) : people.filter(({ name }) => keyOf(name) === keyOf(wanted)).map(({ id }) => id);
    const [one, other] = ids.filter((id) => people.some((each) => each.id === id));
    if (other) return { rule: 'importColleagues' } satisfies CellFault;
    return one ? { id: one } : nobody;
  };
}

/** How colleagues are called, for the columns that name them. */
export async function colleagueNames(viewer: Viewer): Promise<(id: string) => string> {
  const names = new Map((await colleagueChoices(viewer)).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

const nobody: CellFault = { rule: 'importNoColleague' };

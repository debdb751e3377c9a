import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { sightOf, tables } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';

/** How much of what the register should know is known; `known` of `all` records that the viewer may see. */
export type Completeness = { readonly what: 'joined' | 'signed' | 'cityShare' | 'english'; readonly noun: Noun | null; readonly known: number; readonly all: number };

const dated = (kind: string, table: string, owner: string) =>
  sql<number>`count(*) filter (where exists (select from ${sql.identifier(`${table}_act`)} a where a.${sql.identifier(owner)} = ${sql.identifier(table)}.id and a.kind = ${kind} and a."on" is not null))`;

const asked = [
  { what: 'joined', noun: 'membership', known: dated('joined', 'membership', 'membership_id') },
  { what: 'signed', noun: 'agreement', known: dated('signature', 'agreement', 'agreement_id') },
  { what: 'cityShare', noun: 'project', known: sql<number>`count(*) filter (where amounts @> '[{"scope": "city_share"}]')` },
] as const;

/** The gaps that the office should close next, as figures. */
export async function completeness(viewer: Viewer): Promise<Completeness[]> {
  const figures = await Promise.all(asked.map(async ({ what, noun, known }) => {
    const { table } = tables[noun];
    const [row] = await reader().select({ known, all: sql<number>`count(*)` }).from(table).where(sightOf(viewer, noun));
    return { what, noun, known: Number(row?.known ?? 0), all: Number(row?.all ?? 0) };
  }));
  return [...figures, await checkedEnglish(viewer)];
}

/** How many records the viewer may see of each noun. */
export async function recordCounts(viewer: Viewer): Promise<Record<Noun, number>> {
  const counted = await Promise.all(nouns.map(async (noun) => [noun, await reader().$count(tables[noun].table, sightOf(viewer, noun))] as const));
  return Object.fromEntries(counted) as Record<Noun, number>;
}

async function checkedEnglish(viewer: Viewer): Promise<Completeness> {
  const figures = await Promise.all(nouns.map(async (noun) => {
    const { table, title } = tables[noun];
    if (!title) return { known: 0, all: 0 };
    const [row] = await reader().select({ known: sql<number>`count(*) filter (where ${title} -> 'en' ->> 'state' = 'checked')`, all: sql<number>`count(*)` })
      .from(table).where(sightOf(viewer, noun));
    return { known: Number(row?.known ?? 0), all: Number(row?.all ?? 0) };
  }));
  const sum = (key: 'known' | 'all') => figures.reduce((total, figure) => total + figure[key], 0);
  return { what: 'english', noun: null, known: sum('known'), all: sum('all') };
}

import { sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { fromNarrowest, narrowSight } from '#office/narrow-row.ts';
import type { Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';
import { rememberedOfEach } from '#office/remembered.ts';

export const gaps = ['country', 'joined', 'signed', 'period', 'cityShare', 'planned', 'file', 'english', 'checked', 'owner'] as const;
/** One thing that the office should know of every record of a noun; `known` of `all` records that the viewer may see. */
export type Completeness = { readonly noun: Noun; readonly what: (typeof gaps)[number]; readonly known: number; readonly all: number };

/** How much of what the registers should know is known, register by register. */
export async function completeness(viewer: Viewer): Promise<Completeness[]> {
  return (await rememberedOfEach(viewer, 'completeness', (noun) => ofNoun(viewer, noun))).flatMap(([, some]) => some);
}

async function ofNoun(viewer: Viewer, noun: Noun): Promise<Completeness[]> {
  const asked = Object.entries(known[noun]) as [Completeness['what'], SQL][];
  const counts = asked.map(([what, rule]) => sql`(count(*) filter (where ${rule}))::int as ${sql.identifier(what)}`);
  const { rows } = await reader().execute<Record<string, number>>(sql`select count(*)::int as every, ${sql.join(counts, sql`, `)} from ${fromNarrowest(noun)} where ${narrowSight(viewer, noun)}`);
  const all = rows[0]?.every ?? 0;
  return asked.map(([what]) => ({ noun, what, known: rows[0]?.[what] ?? 0, all }));
}

const english = sql`english = 'checked'`;
const checked = sql`verification = 'checked'`;
const owner = sql`owner_id is not null`;
/** The one fact of each register that stands in its narrow row (db/narrow.sql). */
const fact = sql`known`;

const known: Record<Noun, Partial<Record<Completeness['what'], SQL>>> = {
  organisation: { country: fact, english, checked }, membership: { joined: fact, checked, owner }, programme: { period: fact, english, checked },
  project: { cityShare: fact, english, checked, owner }, agreement: { signed: sql`coalesce(signed_from, signed_to) is not null`, english, checked, owner },
  milestone: { planned: fact, english, owner }, document: { file: fact, english, checked },
};

import { sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { document } from '#db/schema/document.ts';
import { membership } from '#db/schema/membership.ts';
import { milestone } from '#db/schema/milestone.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme } from '#db/schema/programme.ts';
import { project } from '#db/schema/project.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { sight } from '#office/publication.ts';
import { sightOf, tables } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';
import { remembered } from './remembered.ts';

export const gaps = ['country', 'joined', 'signed', 'period', 'cityShare', 'planned', 'file', 'english', 'checked', 'owner'] as const;
/** One thing that the office should know of every record of a noun; `known` of `all` records that the viewer may see. */
export type Completeness = { readonly noun: Noun; readonly what: (typeof gaps)[number]; readonly known: number; readonly all: number };

/** How much of what the registers should know is known, register by register. */
export async function completeness(viewer: Viewer): Promise<Completeness[]> {
  return remembered(viewer, 'completeness', async () => (await Promise.all(nouns.map((noun) => ofNoun(viewer, noun)))).flat());
}

async function ofNoun(viewer: Viewer, noun: Noun): Promise<Completeness[]> {
  const asked = Object.entries(known[noun]) as [Completeness['what'], SQL][];
  const counts = asked.map(([what, rule]) => sql`(count(*) filter (where ${rule}))::int as ${sql.identifier(what)}`);
  // The narrow rows are a tenth of the records that they are derived from.
  const [table, rule] = noun === 'agreement' ? [agreementIndex, sight(viewer, noun, agreementIndex)] : [tables[noun].table, sightOf(viewer, noun)];
  const { rows } = await reader().execute<Record<string, number>>(sql`select count(*)::int as every, ${sql.join(counts, sql`, `)} from ${table} where ${rule}`);
  const all = rows[0]?.every ?? 0;
  return asked.map(([what]) => ({ noun, what, known: rows[0]?.[what] ?? 0, all }));
}

const acted = (table: 'membership_act', owner: SQL, kind: string) => sql`exists (select from ${sql.identifier(table)} a where a.membership_id = ${owner} and a.kind = ${kind} and a."on" is not null)`;
const english = (text: SQL) => sql`${text} -> 'en' ->> 'state' = 'checked'`;

const known: Record<Noun, Partial<Record<Completeness['what'], SQL>>> = {
  organisation: {
    country: sql`${organisation.country} is not null`, english: english(sql`${organisation.name}`), checked: sql`${organisation.verification} = 'checked'`,
  },
  membership: {
    joined: acted('membership_act', sql`${membership.id}`, 'joined'), checked: sql`${membership.verification} = 'checked'`, owner: sql`${membership.ownerId} is not null`,
  },
  programme: {
    period: sql`${programme.periodFrom} is not null`, english: english(sql`${programme.name}`), checked: sql`${programme.verification} = 'checked'`,
  },
  project: {
    cityShare: sql`${project.amounts} @> '[{"scope": "city_share"}]'`, english: english(sql`${project.title}`), checked: sql`${project.verification} = 'checked'`,
    owner: sql`${project.ownerId} is not null`,
  },
  agreement: {
    signed: sql`coalesce(${agreementIndex.signedFrom}, ${agreementIndex.signedTo}) is not null`, english: sql`${agreementIndex.english} = 'checked'`,
    checked: sql`${agreementIndex.verification} = 'checked'`, owner: sql`${agreementIndex.ownerId} is not null`,
  },
  milestone: {
    planned: sql`coalesce(${milestone.actual}, ${milestone.planned}) is not null`, english: english(sql`${milestone.title}`), owner: sql`${milestone.ownerId} is not null`,
  },
  document: {
    file: sql`exists (select from document_file f where f.document_id = ${document.id} and f.detached_at is null)`, english: english(sql`${document.title}`),
    checked: sql`${document.verification} = 'checked'`,
  },
};

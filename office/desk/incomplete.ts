import { desc, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication } from '#db/columns.ts';
import type { LocalText, TextState } from '#messages/local-text.ts';
import { inOne } from '#office/listing.ts';
import { fromNarrowest, narrowSight, narrowest } from '#office/narrow-row.ts';
import { wayOf, type Noun } from '#office/permission.ts';
import { settingNow } from '#office/setting/read.ts';
import { titlesOf } from '#office/titles.ts';
import type { Staff } from '#office/viewer.ts';

/** What is missing of a record: acts not found and facts not known of an agreement, `english`, `englishOutdated`, `owner`. */
export type Incomplete = { readonly noun: Noun; readonly id: string; readonly code: string; readonly title: LocalText | null; readonly lacks: readonly string[]; /** Of an agreement: by it the acts that it lacks are named. */ readonly procedure: string | null; readonly way: 'act' | 'propose' };

type Row = { noun: Noun; id: string; code: string; lacks: string[]; procedure: string | null; english: TextState | 'unasked'; owned: boolean; publication: Publication; createdBy: string | null; /** Seconds since 1970. */ changed: number };

const registers = ['agreement', 'membership', 'project', 'programme', 'organisation'] as const;
const looked = 40;

/**
 * Records that lack something and that the viewer may revise or propose to, those worked on last on top, at most
 * `limit`. Each register is read to the end of a few rows of an order that an index keeps.
 */
export async function incomplete(viewer: Staff, limit: number): Promise<Incomplete[]> {
  const [{ rows }, fourEyes] = await Promise.all([reader().execute<Row>(inOne(registers.map((noun) => lacking(viewer, noun)))), settingNow('four_eyes')]);
  const some = rows.toSorted((a, b) => b.changed - a.changed).flatMap((row) => {
    const way = wayOf(viewer, `${row.noun}.revise`, row.noun, row, { four_eyes: fourEyes });
    return way ? [{ ...row, way }] : [];
  }).slice(0, limit);
  const titles = await titlesOf(viewer, some);
  return some.map(({ noun, id, code, lacks, procedure, english, owned, way }) => ({
    noun, id, code, way, procedure, title: titles.get(id) ?? null, lacks: [...lacks, ...englishLack(english), ...(owned ? [] : ['owner'])],
  }));
}

function englishLack(state: Row['english']): string[] {
  if (state === 'outdated') return ['englishOutdated'];
  return state === 'missing' ? ['english'] : [];
}

/** The query for those of one register, with what each of them lacks. */
function lacking(viewer: Staff, noun: (typeof registers)[number]): SQL {
  const row = narrowest(noun);
  const lacks = 'lacks' in row ? sql`${row.lacks}` : sql`'{}'::text[]`;
  const procedure = 'procedure' in row ? sql`${row.procedure}` : sql`null::text`;
  const english = 'english' in row ? sql`${row.english}` : sql`'unasked'`;
  const owned = 'ownerId' in row ? sql`${row.ownerId} is not null` : sql`true`;
  return sql`select ${noun}::text as noun, ${row.id} as id, ${row.code} as code, ${lacks} as lacks, ${procedure} as procedure, ${english} as english, ${owned} as owned, ${row.publication} as publication, ${row.createdBy} as "createdBy",
    extract(epoch from ${row.changedAt})::float8 as changed from ${fromNarrowest(noun)}
    where ${narrowSight(viewer, noun)} and (${lacks} <> '{}' or ${english} in ('missing', 'outdated') or not (${owned})) order by ${desc(row.changedAt)} limit ${looked}`;
}

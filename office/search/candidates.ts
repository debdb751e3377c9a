import { sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Verification } from '#db/columns.ts';
import { searchEntry, type SearchKind } from '#db/schema/search.ts';
import { question } from '#office/matching.ts';
import type { Noun } from '#office/permission.ts';
import { sightOf, tables } from '#office/tables.ts';
import type { Viewer } from '#office/viewer.ts';
import { wordsAsked, type AskedTerm } from './search.ts';

/** A record that holds what was asked, with what narrows a list of such records. A higher score comes first. */
export type Candidate = {
  readonly id: string; readonly noun: Noun; readonly kind: SearchKind; readonly countries: readonly string[]; readonly years: readonly number[];
  readonly verification: Verification; readonly score: number;
};

/** What narrows the candidates, as tags of the entry: one of each group must stand there. */
export type TagGroups = readonly (readonly string[])[];

/** A search looks at no more records than these, and says so where there are more. */
export const mostCandidates = 1_000;
/** The least score of a record that holds the words in a name. */
const inName = 2;
/** How many hits are taken before it is asked which of them the viewer may see. */
const mostLooked = 2_000;

/**
 * The records that the viewer may see and that hold all terms, the best first; at most `mostCandidates` and one more,
 * by which the caller knows that there are others. Where there are others, those that hold the words in their names
 * are taken first.
 */
export async function candidates(viewer: Viewer, terms: readonly AskedTerm[], narrowed: TagGroups = []): Promise<Candidate[]> {
  const found = await ask(viewer, terms, narrowed, question(terms));
  if (found.length <= mostCandidates || found.every(({ score }) => score >= inName)) return found.toSorted(byScore);
  const named = await ask(viewer, terms, narrowed, sql`(${question(terms)} && ${inNames(terms)})`);
  const known = new Set(named.map(({ id }) => id));
  return [...named, ...found.filter(({ id }) => !known.has(id))].slice(0, mostCandidates + 1).toSorted(byScore);
}

/** Whether the viewer finds anything at all. */
export async function findsAny(viewer: Viewer, terms: readonly AskedTerm[]): Promise<boolean> {
  const asked = question(terms);
  if (!asked) return false;
  const { rows } = await reader().execute(sql`select 1 from povelja_hits(${asked}, ${mostLooked}) as hit (id) join ${searchEntry} e using (id) ${seenBy(viewer)} limit 1`);
  return rows.length > 0;
}

/**
 * Names before prose, exact before stem and beginning: a name that is what was asked, then names that hold the words
 * as typed, then in another form, then the words as typed anywhere; within these by weight and closeness.
 */
async function ask(viewer: Viewer, terms: readonly AskedTerm[], narrowed: TagGroups, asked: SQL | undefined): Promise<Candidate[]> {
  if (!asked) return [];
  const typed = wordsAsked(terms);
  const exact = sql`povelja_lexemes(${array(typed)}::text[], ' & ', '', '')`;
  const line = `\n${typed.join(' ')}\n`;
  const wanted = narrowing(asked, narrowed);
  const read = async (whence: SQL) => (await reader().execute<Candidate & { capped: boolean } & Record<string, unknown>>(sql`
    with asked as materialized (select ${asked} as question, ${exact} as exact), hits as materialized (select id from povelja_hits(${wanted}, ${mostLooked}) as hit (id))
    select (select count(*) from hits) = ${mostLooked} as capped, e.id, e.noun, e.kind, e.countries, e.years, e.verification,
      (case when strpos(e'\n' || e.names || e'\n', ${line}) > 0 then 8 else 0 end
        + case when ts_filter(e.words, '{a}') @@ asked.exact then 4 else 0 end
        + case when ts_filter(e.words, '{a}') @@ asked.question then 2 else 0 end
        + case when e.words @@ asked.exact then 1 else 0 end
        + ts_rank('{0.05, 0.1, 0.4, 1}', e.words, asked.question))::float8 as score
    from asked, ${whence} ${seenBy(viewer)}
    limit ${mostCandidates + 1}`)).rows;
  const rows = await read(sql`hits join ${searchEntry} e using (id)`);
  // Nearly all of the first were hidden from this viewer: then every record is asked.
  const hidden = rows.length <= mostCandidates && rows[0]?.capped;
  return hidden ? read(sql`(select * from ${searchEntry} where words @@ ${wanted} and kind <> 'self') as e`) : rows;
}

/** The rule of sight of every noun, asked row by row so that a limit ends the asking. */
function seenBy(viewer: Viewer): SQL {
  const nouns: Noun[] = ['agreement', 'organisation', 'programme', 'project', 'milestone', 'document'];
  return sql`cross join lateral (${sql.join(nouns.map((noun) =>
    sql`select 1 from ${tables[noun].table} where e.noun = ${noun} and ${tables[noun].table.id} = e.id and ${sightOf(viewer, noun)}`), sql` union all `)}) as seen`;
}

/** The question with one tag of each group. */
function narrowing(asked: SQL, groups: TagGroups): SQL {
  return sql`(${sql.join([asked, ...groups.filter(({ length }) => length > 0).map((group) => sql`povelja_lexemes(${array(group)}::text[], ' | ', '@', '')`)], sql` && `)})`;
}

/** Every word stands in a name. */
function inNames(terms: readonly AskedTerm[]): SQL {
  return sql`povelja_lexemes(${array(wordsAsked(terms))}::text[], ' & ', '=', ':*')`;
}

/** As Postgres writes arrays; what comes in has neither quotes nor commas. */
function array(words: readonly string[]) {
  return sql.param(`{${words.join(',')}}`);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

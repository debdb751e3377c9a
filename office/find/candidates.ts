import { sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership } from '#db/schema/membership.ts';
import { searchEntry } from '#db/schema/search.ts';
import { fromNarrowest } from '#office/narrow-row.ts';
import type { Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';

/** A record that answers, whoever may see it. */
export type Candidate = { readonly id: string; readonly noun: Noun };
type Scored = Candidate & { readonly score: number; readonly at: string };

/** So many of the last changes of the viewer, and so many of the records changed last, are looked at before the index is asked. */
const ownChanges = 400;
const lately = 1_500;
/** A word of so many records says little: those changed last are offered, and the next letters tell more. */
const common = 80;
/** So many records are ranked at most. */
const most = 1_000;

/**
 * Records in whose names, acronyms or numbers every word stands (folded), the best first: a name or code that is what was
 * typed, then one that begins so, then words that begin so; within these what the viewer worked on last.
 */
export async function candidates(viewer: Viewer, words: readonly string[], nouns: readonly Noun[], kind: string | undefined): Promise<Candidate[]> {
  const entries = nouns.filter((noun) => noun !== 'membership');
  const found = await Promise.all([
    entries.length ? byName(viewer, words, entries, kind) : [],
    nouns.includes('membership') ? byName(viewer, words, ['organisation'], 'network').then(ofNetworks) : [],
    nouns.includes('membership') ? byCode(words) : [],
  ]);
  return found.flat().toSorted((a, b) => b.score - a.score || (a.at < b.at ? 1 : -1));
}

/** What the viewer worked on last, then what anybody did. */
export async function recent(viewer: Viewer, nouns: readonly Noun[], kind: string | undefined, limit: number): Promise<Candidate[]> {
  const entries = nouns.filter((noun) => noun !== 'membership');
  const mine = (await reader().execute<Candidate & Record<string, unknown>>(sql`
    select record_id as id, noun from (${own(viewer)}) as own where noun = any(${list(nouns)}::text[])
      ${kind ? sql`and exists (select from ${searchEntry} e where e.id = record_id and e.kind = ${kind})` : sql``} order by last desc limit ${limit}`)).rows;
  const last = (await Promise.all(entries.map(async (noun) => (await reader().execute<Candidate & { at: string } & Record<string, unknown>>(sql`
    select id, noun, changed_at::text as at from ${searchEntry} where noun = ${noun} and ${ofKind(kind)} order by changed_at desc nulls last limit ${limit * 4}`)).rows))).flat();
  const networks = nouns.includes('membership')
    ? (await reader().execute<Candidate & { at: string } & Record<string, unknown>>(sql`select id, 'membership' as noun, changed_at::text as at from ${fromNarrowest('membership')} order by changed_at desc limit ${limit * 4}`)).rows : [];
  const rest = [...last, ...networks].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return [...new Map([...mine, ...rest].map(({ id, noun }) => [id, { id, noun }])).values()];
}

async function byName(viewer: Viewer, words: readonly string[], nouns: readonly Noun[], kind: string | undefined): Promise<Scored[]> {
  const which = ofKind(kind);
  const holds = sql.join(words.map((word) => sql`called like ${`%${word}%`}`), sql` and `);
  const near = await ranked(viewer, words, sql`
    select distinct on (id) * from (
      select lately.* from unnest(${list(nouns)}::text[]) as one cross join lateral (select ${columns} from ${searchEntry} where noun = one and ${which} order by changed_at desc nulls last limit ${lately}) as lately
      union all select ${columns} from ${searchEntry} where id in (select record_id from (${own(viewer)}) as own) and noun = any(${list(nouns)}::text[]) and ${which}) as near where ${holds}`);
  // Two letters are no trigram: the index cannot be asked for less than three.
  if (near.length >= common) return near;
  const asked = words.every((word) => word.length < 3) ? sql`words @@ povelja_lexemes(${list(words)}::text[], ' & ', '=', '')` : holds;
  // Noun by noun, since each has an index of its own.
  const whence = sql.join(nouns.map((noun) => sql`(select ${columns} from ${searchEntry} where noun = ${noun} and ${which} and ${asked} limit ${most})`), sql` union all `);
  return merged(near, await ranked(viewer, words, whence));
}

async function ranked(viewer: Viewer, words: readonly string[], whence: SQL): Promise<Scored[]> {
  const typed = words.join(' ');
  const { rows } = await reader().execute<Scored & Record<string, unknown>>(sql`
    select e.id, e.noun, e.changed_at::text as at, (
      case when strpos(lines.held, ${`\n${typed}\n`}) > 0 then 8 when strpos(lines.held, ${`\n${typed}`}) > 0 then 4 else 0 end
      + case when ${sql.join(words.map((word) => sql`lines.held ~ ${`\\m${word}`}`), sql` and `)} then 2 else 0 end
      + case when exists (select from (${own(viewer)}) as own where own.record_id = e.id) then 1 else 0 end)::int as score
    from (${whence}) as e cross join lateral (select e'\n' || e.called || e'\n' as held) as lines`);
  return rows;
}

/** The last changes of this viewer, one line for each record. */
function own(viewer: Viewer): SQL {
  const actor = viewer.kind === 'staff' ? sql`actor_id = ${viewer.id}` : sql`actor_kind = 'system' and false`;
  return sql`select record_id, min(noun) as noun, max(seq) as last from (select record_id, noun, seq from change where ${actor} order by seq desc limit ${ownChanges}) as changes group by record_id`;
}

async function ofNetworks(networks: readonly Scored[]): Promise<Scored[]> {
  if (networks.length === 0) return [];
  const { rows } = await reader().execute<{ id: string; network: string }>(sql`select id, network_id as network from ${membership} where network_id = any(${list(networks.map(({ id }) => id))}::uuid[])`);
  const scored = new Map(networks.map((one) => [one.id, one]));
  return rows.flatMap(({ id, network }) => {
    const one = scored.get(network);
    return one ? [{ ...one, id, noun: 'membership' as const }] : [];
  });
}

async function byCode(words: readonly string[]): Promise<Scored[]> {
  const { rows } = await reader().execute<Scored & Record<string, unknown>>(sql`select id, 'membership' as noun, changed_at::text as at, 8 as score from ${membership} where code = ${words.join('-').toUpperCase()}`);
  return rows;
}

const columns = sql`id, noun, called, changed_at`;

/** By the tag that search has of it, since the kind has no index of its own. */
function ofKind(kind: string | undefined): SQL {
  return kind ? sql`words @@ povelja_lexemes(${list([`kind_${kind}`])}::text[], ' & ', '@', '')` : sql`true`;
}

function merged(...lists: Scored[][]): Scored[] {
  return [...new Map(lists.flat().map((one) => [one.id, one])).values()];
}

/** As Postgres writes arrays; what stands in them has neither quotes nor commas. */
function list(texts: readonly string[]) {
  return sql.param(`{${texts.join(',')}}`);
}

import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { searchEntry } from '#db/schema/search.ts';
import type { Noun } from '#office/permission.ts';
import { wordsOf } from '#office/search/search.ts';
import { isNear, ownWords } from './nearness.ts';

/** So many records with most letters in common are compared name by name. */
const compared = 40;
/** A name in which so many others share most letters is no name to tell a double by; only its equals are sought then. */
const looked = 300;

/**
 * The ids of records of this noun that are or were called much like one of these names, the nearest first; whoever may see
 * them. An acronym is near only to itself.
 */
export async function nearNames(noun: Noun, names: readonly string[], acronyms: readonly string[], but: string): Promise<string[]> {
  const whole = [...new Set(names.map((name) => wordsOf(name).join(' ')))].filter(Boolean).slice(0, 4);
  const asked = [...new Set(whole.map(ownWords))].filter((name) => name.length >= 3);
  const short = [...new Set([...whole, ...acronyms.map((name) => wordsOf(name).join(' '))])].filter(Boolean).slice(0, 7);
  const found = await Promise.all([...asked.map((name) => alikeTo(noun, name)), ...short.map((name) => calledExactly(noun, name))]);
  return [...new Set(found.flat())].filter((id) => id !== but);
}

async function alikeTo(noun: Noun, name: string): Promise<string[]> {
  const { rows } = await reader().execute<{ id: string; called: string }>(sql`
    select id, called from (select id, called from ${searchEntry} where noun = ${noun} and called %> ${name} limit ${looked}) as alike order by called <->> ${name} limit ${compared}`);
  return rows.filter(({ called }) => called.split('\n').some((line) => isNear(name, line))).map(({ id }) => id);
}

async function calledExactly(noun: Noun, name: string): Promise<string[]> {
  const { rows } = await reader().execute<{ id: string }>(sql`
    select id from ${searchEntry} where noun = ${noun} and words @@ povelja_phrase(${name}) and strpos(e'\n' || called || e'\n', ${`\n${name}\n`}) > 0 limit ${compared}`);
  return rows.map(({ id }) => id);
}

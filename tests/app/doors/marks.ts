import type { Client } from 'pg';
import type { Noun } from '#office/permission.ts';

/** With this every mark begins; searches ask for it, so that what is echoed is no mark. */
export const beginning = 'kanarinac';
const mark = /kanarinacvrata([a-z]+)/gi;

/** Writes a mark into the name of a draft, through its triggers, so that everything derived from it holds the mark too. */
export async function markDraft(client: Client, noun: Noun, id: string): Promise<void> {
  const column = noun === 'organisation' || noun === 'programme' ? 'name' : noun === 'membership' ? 'benefit' : 'title';
  const text = `${beginning}vrata${noun}`;
  await client.query('begin');
  await client.query(`with entered as (insert into change (actor_kind, action, noun, record_id) values ('system', '${noun}.revise', '${noun}', '${id}') returning seq)
    select set_config('povelja.change', seq::text, true) from entered`);
  await client.query(`update ${noun} set ${column} = $2 where id = $1`, [id, JSON.stringify({ origin: 'sr-Latn', 'sr-Latn': { text, state: 'checked' }, en: { text, state: 'checked' } })]);
  await client.query('commit');
}

/** The nouns whose hidden record speaks out of an answer. */
export function heardIn(said: string): Set<string> {
  return new Set([...said.matchAll(mark)].map(([, noun = '']) => noun.toLowerCase()));
}

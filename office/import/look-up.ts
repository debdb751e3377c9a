import { and, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership } from '#db/schema/membership.ts';
import { organisation } from '#db/schema/organisation.ts';
import { textIn, writtenForms } from '#messages/local-text.ts';
import { references, type Reference } from '#office/reference.ts';
import type { Referred } from '#office/referred.ts';
import type { Viewer } from '#office/viewer.ts';
import { keyOf } from './coded-columns.ts';

export type Asked = { readonly noun: Referred; readonly text: string };
/** The records that a text may mean, of those that the viewer may see. */
export type LookedUp = (noun: Referred, text: string) => readonly Reference[];

/** Looks up codes, names in use and out of use, acronyms and numbers, whatever their script: all of them in a few questions. */
export async function lookUp(viewer: Viewer, asked: readonly Asked[]): Promise<LookedUp> {
  const meant = new Map<string, Set<string>>();
  const note = (noun: Referred, key: string, id: string) => meant.set(`${noun} ${key}`, (meant.get(`${noun} ${key}`) ?? new Set()).add(id));
  const keys = new Map<Referred, Set<string>>();
  for (const { noun, text } of asked) keys.set(noun, (keys.get(noun) ?? new Set()).add(keyOf(text)));
  for (const [noun, wanted] of keys) {
    const texts = [...wanted].filter(Boolean);
    const found = noun === 'membership' ? await memberships(texts) : await called(noun, texts);
    for (const { key, id } of found) note(noun, key, id);
  }
  const named = [...meant].flatMap(([place, ids]) => [...ids].map((id) => ({ noun: place.split(' ')[0] as Referred, id })));
  const seen = await references(viewer, named);
  return (noun, text) => {
    const found = [...meant.get(`${noun} ${keyOf(text)}`) ?? []].flatMap((id) => seen.get(id) ?? []);
    // Who bears the name today is meant before who bore it once.
    const today = found.filter(({ code, name }) => keyOf(code) === keyOf(text) || writtenForms.some((form) => keyOf(textIn(name, form)) === keyOf(text)));
    return today.length > 0 ? today : found;
  };
}

type Meant = { key: string; id: string };

/** A line of an entry's `called` is one folded name, number or code (db/search-entry.sql). */
async function called(noun: Referred, keys: readonly string[]): Promise<Meant[]> {
  if (keys.length === 0) return [];
  const { rows } = await reader().execute<Meant>(sql`
    select asked.key, e.id from unnest(${sql.param(pgArray(keys))}::text[]) as asked (key)
    join search_entry e on e.noun = ${noun} and e.called like '%' || asked.key || '%' and strpos(E'\n' || e.called || E'\n', E'\n' || asked.key || E'\n') > 0`);
  return rows;
}

/** A membership is meant by its code, and by its network: then the City's. */
async function memberships(keys: readonly string[]): Promise<Meant[]> {
  const codes = new Map(keys.map((key) => [key.replaceAll(' ', '-').toUpperCase(), key]));
  const networks = await called('organisation', keys);
  const byCode = codes.size === 0 ? [] : await reader().select({ id: membership.id, code: membership.code }).from(membership).where(inArray(membership.code, [...codes.keys()]));
  const ids = [...new Set(networks.map(({ id }) => id))];
  const byNetwork = ids.length === 0 ? [] : await reader().select({ id: membership.id, networkId: membership.networkId }).from(membership)
    .where(and(inArray(membership.networkId, ids), sql`exists (select from ${organisation} self where self.id = ${membership.memberId} and self.is_self)`));
  return [
    ...byCode.flatMap(({ id, code }) => (codes.has(code) ? [{ key: codes.get(code) ?? '', id }] : [])),
    ...byNetwork.flatMap(({ id, networkId }) => networks.filter((one) => one.id === networkId).map(({ key }) => ({ key, id }))),
  ];
}

/** As Postgres writes arrays; a folded name has neither quotes nor backslashes, but may be empty of letters. */
function pgArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, '')}"`).join(',')}}`;
}

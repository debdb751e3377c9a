import { and, asc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership } from '#db/schema/membership.ts';
import { textIn, writtenForms } from '#messages/local-text.ts';
import { sight } from '#office/publication.ts';
import type { FormValues } from '#office/outcome.ts';
import { references, type Reference } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { first, type CellFault, type Unknown } from './column.ts';
import { keyOf } from './coded-columns.ts';
import { isSame, knowsBy, nearestMemberships } from './identity.ts';
import type { ImportNoun } from './import.ts';
import type { LookedUp } from './look-up.ts';
import { narrowed } from './narrowed.ts';
import { stoodById, type Stood } from './stood.ts';

export type Match = { readonly stood: Stood | null; /** Known by an acronym or an older name: the cell names the record, and does not rename it. */ readonly byOtherName?: true } | { readonly field: string; readonly fault: CellFault };
type Ground = { readonly viewer: Viewer; readonly noun: ImportNoun; readonly today: string; readonly found: LookedUp; readonly wordsFor: (found: readonly Reference[]) => string };
type Said = { readonly code: string; readonly names: readonly string[]; readonly values: FormValues; readonly unknown: readonly Unknown[] };

/** Of how many records of one name each is looked at; of more the row must say which by its code. */
const asked = 12;

/** The record that a row is about, `names` being what may name it; null where there is none, and the row is a new one. */
export async function match(ground: Ground, { code, names, values, unknown }: Said): Promise<Match> {
  const { viewer, noun, today, found, wordsFor } = ground;
  const load = (id: string) => stoodById(viewer, noun, id, today);
  if (code) {
    const [one] = found(noun, code).filter((each) => keyOf(each.code) === keyOf(code));
    const stood = one ? await load(one.id) : null;
    return stood ? { stood } : { field: 'code', fault: { rule: 'importNoSuchCode', values: { text: code.slice(0, 60) } } };
  }
  const several = (those: readonly Reference[]): Match => ({ field: noun === 'organisation' ? 'name' : 'title', fault: { rule: 'importAmbiguous', values: { text: names[0]?.slice(0, 60) ?? '', candidates: wordsFor(those) } } });
  const isNew = unknown.some((one) => knowsBy(noun, one));
  const number = noun === 'agreement' ? keyOf(first(values, 'registryNo')) : '';
  // What nobody knows yet cannot be a side of what stands; where a party is only spelt otherwise, the number of the agreement tells.
  if (isNew && !number) return { stood: null };
  if (noun === 'membership') return matchMembership(ground, values, load);
  const candidates = [...new Map(names.flatMap((name) => found(noun, name)).map((one) => [one.id, one])).values()];
  const title = (one: Reference) => names.some((name) => writtenForms.some((form) => keyOf(textIn(one.name, form)) === keyOf(name)));
  // An acronym names an organisation; a project or an agreement is known by its title, or by a number.
  const called = noun === 'agreement' || noun === 'milestone' ? candidates.filter(title) : candidates;
  if (isNew) {
    const loaded = (await Promise.all(called.slice(0, asked).map(({ id }) => load(id)))).filter((one) => one !== null && keyOf(first(one.values, 'registryNo')) === number);
    return loaded.length > 0 ? several(called.filter(({ id }) => loaded.some((one) => one?.id === id))) : { stood: null };
  }
  const same = called.length > 1 ? await narrowed(noun, called, values) : called;
  if (same.length > asked) return several(same);
  const stands = (await Promise.all(same.map(({ id }) => load(id)))).filter((one) => one !== null).filter((one) => isSame(noun, values, one.values));
  const [only, other] = stands;
  if (other) return several(same.filter(({ id }) => stands.some((one) => one.id === id)));
  if (!only) return { stood: null };
  return same.some((one) => one.id === only.id && title(one)) ? { stood: only } : { stood: only, byOtherName: true };
}

/** Somebody may have left a network and joined it anew: what a row says of days tells the memberships apart, and what says none is about the one that runs. */
async function matchMembership({ viewer, wordsFor }: Ground, values: FormValues, load: (id: string) => Promise<Stood | null>): Promise<Match> {
  const [networkId, memberId] = [first(values, 'networkId'), first(values, 'memberId')];
  if (!networkId || !memberId) return { stood: null };
  const rows = await reader().select({ id: membership.id }).from(membership)
    .where(and(eq(membership.networkId, networkId), eq(membership.memberId, memberId), sight(viewer, 'membership', membership))).orderBy(asc(membership.code)).limit(asked);
  const stands = (await Promise.all(rows.map(({ id }) => load(id)))).filter((one) => one !== null).filter((one) => isSame('membership', values, one.values));
  const [only, ...others] = nearestMemberships(values, stands);
  if (others.length === 0) return { stood: only ?? null };
  const named = await references(viewer, [...stands.map(({ id }) => ({ noun: 'membership' as const, id })), { noun: 'organisation', id: networkId }]);
  const network = named.get(networkId);
  return { field: 'networkId', fault: { rule: 'importAmbiguous', values: { text: network ? wordsFor([network]) : '', candidates: wordsFor(stands.flatMap(({ id }) => named.get(id) ?? [])) } } };
}

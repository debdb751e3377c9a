import { and, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { membership } from '#db/schema/membership.ts';
import { textIn, writtenForms } from '#messages/local-text.ts';
import { sight } from '#office/publication.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Reference } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import type { CellFault } from './column.ts';
import { first } from './column.ts';
import { keyOf } from './coded-columns.ts';
import { isSame } from './identity.ts';
import type { ImportNoun } from './import.ts';
import type { LookedUp } from './look-up.ts';
import { stoodById, type Stood } from './stood.ts';

export type Match = { readonly stood: Stood | null; /** Known by an acronym or an older name: the cell names the record, and does not rename it. */ readonly byOtherName?: true } | { readonly field: string; readonly fault: CellFault };
type Ground = { readonly viewer: Viewer; readonly noun: ImportNoun; readonly today: string; readonly found: LookedUp; readonly wordsFor: (found: readonly Reference[]) => string };

const asked = 12;

/** The record that a row is about, `names` being what may name it; null where there is none, and the row is a new one. */
export async function match({ viewer, noun, today, found, wordsFor }: Ground, { code, names, values }: { code: string; names: readonly string[]; values: FormValues }): Promise<Match> {
  const load = (id: string) => stoodById(viewer, noun, id, today);
  if (code) {
    const [one] = found(noun, code).filter((each) => keyOf(each.code) === keyOf(code));
    const stood = one ? await load(one.id) : null;
    return stood ? { stood } : { field: 'code', fault: { rule: 'importNoSuchCode', values: { text: code.slice(0, 60) } } };
  }
  if (noun === 'membership') return { stood: await membershipOf(viewer, values, load) };
  const candidates = [...new Map(names.flatMap((name) => found(noun, name)).map((one) => [one.id, one])).values()];
  const title = (one: Reference) => names.some((name) => writtenForms.some((form) => keyOf(textIn(one.name, form)) === keyOf(name)));
  // An acronym names an organisation; a project or an agreement is known by its title, or by a number.
  const same = noun === 'agreement' || noun === 'milestone' ? candidates.filter(title) : candidates;
  const stands = (await Promise.all(same.slice(0, asked).map(({ id }) => load(id)))).filter((one) => one !== null).filter((one) => isSame(noun, values, one.values));
  const [only, other] = stands;
  if (other) return { field: noun === 'organisation' ? 'name' : 'title', fault: { rule: 'importAmbiguous', values: { text: names[0]?.slice(0, 60) ?? '', candidates: wordsFor(same.filter(({ id }) => stands.some((one) => one.id === id))) } } };
  if (!only) return { stood: null };
  return same.some((one) => one.id === only.id && title(one)) ? { stood: only } : { stood: only, byOtherName: true };
}

async function membershipOf(viewer: Viewer, values: FormValues, load: (id: string) => Promise<Stood | null>): Promise<Stood | null> {
  const [networkId, memberId] = [first(values, 'networkId'), first(values, 'memberId')];
  if (!networkId || !memberId) return null;
  const [row] = await reader().select({ id: membership.id }).from(membership)
    .where(and(inArray(membership.networkId, [networkId]), inArray(membership.memberId, [memberId]), sight(viewer, 'membership', membership))).limit(1);
  return row ? load(row.id) : null;
}

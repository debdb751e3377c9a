import { sql } from 'drizzle-orm';
import { reader, type Reader } from '#db/client.ts';
import { holds, nouns as allNouns, type Noun } from '#office/permission.ts';
import type { Viewer } from '#office/viewer.ts';

type Kept = { readonly head: string; readonly at: number; readonly found: Promise<unknown> };

// In one process the server, the pages and the route handlers each load their own copy of this module; another database has figures of its own.
const shared = globalThis as { [key: symbol]: WeakMap<Reader, Map<string, Kept>> | undefined };
const place = Symbol.for('povelja.desk figures');

/** Two changes may be entered in another order than they are committed in, so that no head tells of the first: milliseconds until all is reckoned anew. */
const longest = 20_000;
const most = 300;
/** What is over may still be committed a moment later. */
const hour = 3_600_000;

/**
 * A figure over whole registers, reckoned once for each head of the ledger and for all viewers who may see the same.
 * `name` says what is reckoned, with the day where it depends on one. Where it hangs on the records of `nouns` alone, another's
 * change leaves it as it is for whoever sees everything: what others see may hang on more than a record itself.
 */
export async function remembered<T>(viewer: Viewer, name: string, reckon: () => Promise<T>, nouns: readonly Noun[] = []): Promise<T> {
  const scope = scopeOf(viewer);
  const head = scope === 'everything' && nouns.length ? [...(await headsOf(nouns)).values()].join(' ') : await headOfLedger();
  return asOf(head, `${name} ${scope}`, reckon);
}

/** One figure of each noun, as `remembered` keeps them, with the heads of all read at once. */
export async function rememberedOfEach<T>(viewer: Viewer, name: string, reckon: (noun: Noun) => Promise<T>): Promise<[Noun, T][]> {
  const scope = scopeOf(viewer);
  const heads = scope === 'everything' ? await headsOf(allNouns) : null;
  const whole = heads ? '' : await headOfLedger();
  return Promise.all(allNouns.map(async (noun): Promise<[Noun, T]> => [noun, await asOf(heads?.get(noun) ?? whole, `${name} ${noun} ${scope}`, () => reckon(noun))]));
}

function asOf<T>(head: string, key: string, reckon: () => Promise<T>): Promise<T> {
  const known = heldHere().get(key);
  if (known?.head === head && Date.now() - known.at < longest) return known.found as Promise<T>;
  return keep(key, head, reckon);
}

/** What no later change alters, since it is over; `name` says of whom and until when. */
export async function past<T>(name: string, reckon: () => Promise<T>): Promise<T> {
  const known = heldHere().get(`past ${name}`);
  return known && Date.now() - known.at < hour ? known.found as Promise<T> : keep(`past ${name}`, '', reckon);
}

/** Whoever may see everything sees the same; anybody else sees what he himself was given or has drafted. */
export function scopeOf(viewer: Viewer): string {
  if (viewer.kind !== 'staff') return viewer.kind;
  return allNouns.every((noun) => holds(viewer, 'editor', noun, null)) ? 'everything' : `${viewer.id} ${JSON.stringify(viewer.grants)}`;
}

async function headOfLedger(): Promise<string> {
  const { rows } = await reader().execute<{ head: string }>(sql`select coalesce(max(seq), 0)::text as head from change`);
  return rows[0]?.head ?? '0';
}

async function headsOf(nouns: readonly Noun[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await reader().execute<{ noun: string; head: string }>(sql`select noun, coalesce((select max(seq) from change where change.noun = one.noun), 0)::text as head
    from unnest(${sql.param(`{${nouns.join(',')}}`)}::text[]) as one (noun)`);
  return new Map(rows.map(({ noun, head }) => [noun, head]));
}

function heldHere(): Map<string, Kept> {
  const all = (shared[place] ??= new WeakMap());
  const held = all.get(reader()) ?? new Map<string, Kept>();
  all.set(reader(), held);
  return held;
}

function keep<T>(key: string, head: string, reckon: () => Promise<T>): Promise<T> {
  const held = heldHere();
  const found = reckon();
  held.delete(key);
  held.set(key, { head, at: Date.now(), found });
  found.catch(() => held.delete(key));
  for (const oldest of held.keys()) {
    if (held.size <= most) break;
    held.delete(oldest);
  }
  return found;
}

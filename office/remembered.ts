import { sql } from 'drizzle-orm';
import { reader, type Reader } from '#db/client.ts';
import { nouns as allNouns, type Noun } from './permission.ts';
import { scopeOf } from './publication.ts';
import type { Viewer } from './viewer.ts';

type Kept = { readonly head: string; readonly until: number; readonly found: Promise<unknown> };

// In one process the server, the pages and the route handlers each load their own copy of this module; another database has figures of its own.
const shared = globalThis as { [key: symbol]: WeakMap<Reader, Map<string, Kept>> | undefined };
const place = Symbol.for('povelja.desk figures');

/** How long a figure is kept, in milliseconds of a clock that nobody puts forward or back: the second where a change was under way, since two may be entered in another order than they are committed in, and then no head tells of the first. */
const [longest, unsettled] = [300_000, 20_000];
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
  const { whole, ofNoun } = await headsNow();
  return asOf(scope === 'everything' && nouns.length ? together(nouns.map((noun) => ofNoun.get(noun) ?? whole)) : whole, `${name} ${scope}`, reckon);
}

/** One figure of each noun, as `remembered` keeps them, with the heads of all read at once. */
export async function rememberedOfEach<T>(viewer: Viewer, name: string, reckon: (noun: Noun) => Promise<T>): Promise<[Noun, T][]> {
  const scope = scopeOf(viewer);
  const { whole, ofNoun } = await headsNow();
  return Promise.all(allNouns.map(async (noun): Promise<[Noun, T]> => [noun, await asOf((scope === 'everything' && ofNoun.get(noun)) || whole, `${name} ${noun} ${scope}`, () => reckon(noun))]));
}

function asOf<T>(head: Head, key: string, reckon: () => Promise<T>): Promise<T> {
  const known = heldHere().get(key);
  if (known?.head === head.seq && performance.now() < known.until) return known.found as Promise<T>;
  return keep(key, head.seq, head.settled ? longest : unsettled, reckon);
}

/** What no later change alters, since it is over; `name` says of whom and until when. */
export async function past<T>(name: string, reckon: () => Promise<T>): Promise<T> {
  const known = heldHere().get(`past ${name}`);
  return known && performance.now() < known.until ? known.found as Promise<T> : keep(`past ${name}`, '', hour, reckon);
}

/** The number of the last change; `settled` where no transaction that writes was under way, so that whatever comes later has a higher one. */
type Head = { readonly seq: string; readonly settled: boolean };

type Heads = { readonly whole: Head; readonly ofNoun: ReadonlyMap<Noun, Head> };
const asked = new WeakMap<Reader, Promise<Heads>>();

/**
 * The head of the ledger and those of each noun, read once for all who ask in one breath, as a desk does for ten figures: before
 * the last of them asked, no word of a change can have come that the question would not see.
 */
function headsNow(): Promise<Heads> {
  const from = reader();
  const under = asked.get(from);
  if (under) return under;
  const heads = readHeads(from);
  asked.set(from, heads);
  queueMicrotask(() => asked.delete(from));
  return heads;
}

async function readHeads(from: Reader): Promise<Heads> {
  const { rows } = await from.execute<Head & { noun: Noun | null }>(sql`select noun, coalesce(case when noun is null then (select max(seq) from change) else (select max(seq) from change where change.noun = one.noun) end, 0)::text as seq,
    pg_snapshot_xmin(pg_current_snapshot()) = pg_snapshot_xmax(pg_current_snapshot()) as settled from unnest(${sql.param(`{NULL,${allNouns.join(',')}}`)}::text[]) as one (noun)`);
  const none: Head = { seq: '0', settled: false };
  return { whole: rows.find(({ noun }) => noun === null) ?? none, ofNoun: new Map(rows.flatMap(({ noun, ...head }) => (noun === null ? [] : [[noun, head] as const]))) };
}

function together(heads: readonly Head[]): Head {
  return { seq: heads.map(({ seq }) => seq).join(' '), settled: heads.every((head) => head.settled) };
}

function heldHere(): Map<string, Kept> {
  const all = (shared[place] ??= new WeakMap());
  const held = all.get(reader()) ?? new Map<string, Kept>();
  all.set(reader(), held);
  return held;
}

function keep<T>(key: string, head: string, time: number, reckon: () => Promise<T>): Promise<T> {
  const held = heldHere();
  const found = reckon();
  held.delete(key);
  held.set(key, { head, until: performance.now() + time, found });
  found.catch(() => held.delete(key));
  for (const oldest of held.keys()) {
    if (held.size <= most) break;
    held.delete(oldest);
  }
  return found;
}

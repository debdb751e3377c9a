import { sql } from 'drizzle-orm';
import { reader, type Reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';

/** Words and their numbers, in the order in which they were met. */
export type Words = { readonly words: string[]; readonly numbers: Map<string, number> };
/** One word for each row, as its number; '' where the row has none. */
export type Single = Words & { readonly of: number[] };
/** Several words for each row; rows of the same words share one list. */
export type Several = Words & { readonly of: (readonly number[])[]; readonly lists: Map<string, readonly number[]> };
/** The days from which a row's standings hold; days are numbers like 20261122, 0 before all of them. */
export type Turns = { readonly from: readonly number[]; readonly standings: readonly number[] };

/**
 * The narrow rows of all agreements as columns in memory, for counting: a register of a hundred thousand is passed through
 * in a few milliseconds, where Postgres needs hundreds for the counts of eight facets (docs/decisions/0009). Who may see a
 * row stands outside of it.
 */
export type Columns = {
  /** Postgres' number of the oldest transaction that the columns may not know yet. */
  since: string;
  readonly ids: string[];
  readonly places: Map<string, number>;
  readonly writtenIn: string[];
  readonly codes: string[];
  readonly changed: number[];
  /** Days of signing like 20261122; 0 where that side is open or nothing is known. */
  readonly signedFrom: number[];
  readonly signedTo: number[];
  /** By when somebody must have decided and its last day, while it binds; 0 where there is none. As the clock left them after midnight. */
  readonly decideBy: number[];
  readonly endsBy: number[];
  /** 1 where a complete record would have more. */
  readonly lacks: number[];
  readonly creator: Single; readonly publication: Single; readonly owner: Single; readonly type: Single; readonly procedure: Single; readonly verification: Single;
  readonly party: Several; readonly country: Several; readonly field: Several;
  readonly standing: Words & { readonly of: Turns[]; readonly lists: Map<string, Turns> };
  /** What was reckoned from the rows, by its name; forgotten when a row changes. */
  readonly reckoned: Map<string, unknown>;
  /** The rows in their orders as they last stood, by the name of the order. */
  readonly orders: Map<string, readonly number[]>;
};

type Held = { columns: Columns; current: Promise<void>; next: Promise<void> | null };

// In one process the server, the pages and the route handlers each load their own copy of this module; another database has columns of its own.
const shared = globalThis as { [key: symbol]: WeakMap<Reader, Held> | undefined };
const place = Symbol.for('povelja.agreement columns 4'); // another number for columns of another shape, which a developer's server may still hold

/** The columns as the database has them now: what was committed before the call is in them. */
export async function columnsNow(): Promise<Columns> {
  const all = (shared[place] ??= new WeakMap());
  const held: Held = all.get(reader()) ?? { columns: empty(), current: Promise.resolve(), next: null };
  all.set(reader(), held);
  // Whoever comes while rows are being read waits for the next reading, which all that wait share.
  held.next ??= held.current.catch(() => {}).then(() => {
    held.next = null;
    held.current = refresh(held.columns);
    return held.current;
  });
  await held.next;
  return held.columns;
}

/** What follows from the columns alone, reckoned once until a row changes; `name` says what it is. */
export function reckoned<T>(columns: Pick<Columns, 'reckoned'>, name: string, reckon: () => T): T {
  const known = columns.reckoned.get(name) as T | undefined;
  if (known !== undefined) return known;
  const found = reckon();
  columns.reckoned.set(name, found);
  return found;
}

/** The same of what has to be read first: whoever asks meanwhile waits for the same reading, and one that failed is not kept. */
export function readOnce<T>(columns: Pick<Columns, 'reckoned'>, name: string, read: () => Promise<T>): Promise<T> {
  const found = reckoned(columns, name, read);
  found.catch(() => columns.reckoned.delete(name));
  return found;
}

/** Number of an ISO day; 0 for none and for `-infinity`. */
export function dayNumber(day: string | null): number {
  return day && day[0] !== '-' ? Number(day.replaceAll('-', '')) : 0;
}

/** How many rows are read at once, so that a large register is never held twice. */
const batch = 5_000;

/**
 * Reads every row that was written by a transaction which the columns may not know: one look into an index where nothing
 * has changed. A transaction still open at the last reading has no lower number than `since`, so none is passed over.
 */
async function refresh(columns: Columns): Promise<void> {
  let since: string | undefined;
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await writtenSince(columns.since, last);
    since ??= rows[0]?.now;
    const found = rows.filter((row): row is WrittenRow => row.id !== null);
    const fresh = found.filter(({ id, writtenIn }) => columns.writtenIn[columns.places.get(id) ?? -1] !== writtenIn);
    if (fresh.length) columns.reckoned.clear();
    for (const row of fresh) take(columns, row);
    last = found.at(-1)?.id ?? last;
    if (found.length < batch) break;
  }
  columns.since = since ?? columns.since;
}

type WrittenRow = {
  now: string; id: string; writtenIn: string; code: string; changed: number; signedFrom: string | null; signedTo: string | null; publication: string; owner: string | null; creator: string | null;
  decideBy: string | null; endsBy: string | null; lacks: number; type: string | null; procedure: string | null; verification: string; parties: string; countries: string; fields: string; from: string; standings: string;
};

async function writtenSince(since: string, last: string): Promise<(WrittenRow | { now: string; id: null })[]> {
  const { rows } = await reader().execute<WrittenRow>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as now, i.* from (select) as once left join lateral (
      select id, written_in::text as "writtenIn", code, extract(epoch from changed_at)::float8 as changed, signed_from::text as "signedFrom", signed_to::text as "signedTo",
        decide_by::text as "decideBy", ends_by::text as "endsBy", (cardinality(lacks) > 0)::int as lacks, created_by::text as creator,
        publication, owner_id::text as owner, type, procedure, verification, party_ids::text as parties, countries::text, fields::text,
        standing_from::text as "from", standings::text
      from ${agreementIndex} where written_in >= ${since}::xid8 and id > ${last} order by id limit ${batch}) as i on true`);
  return rows;
}

/** Puts a row into the columns, in its own place where it has one. */
function take(columns: Columns, row: WrittenRow): void {
  const at = columns.places.get(row.id) ?? columns.ids.length;
  columns.places.set(row.id, at);
  columns.ids[at] = row.id;
  columns.writtenIn[at] = row.writtenIn;
  columns.codes[at] = row.code;
  columns.changed[at] = row.changed;
  columns.signedFrom[at] = dayNumber(row.signedFrom);
  columns.signedTo[at] = dayNumber(row.signedTo);
  columns.decideBy[at] = dayNumber(row.decideBy);
  columns.endsBy[at] = dayNumber(row.endsBy);
  columns.lacks[at] = row.lacks;
  for (const name of ['creator', 'publication', 'owner', 'type', 'procedure', 'verification'] as const) columns[name].of[at] = numberOf(columns[name], row[name] ?? '');
  columns.party.of[at] = listOf(columns.party, row.parties);
  columns.country.of[at] = listOf(columns.country, row.countries);
  columns.field.of[at] = listOf(columns.field, row.fields);
  columns.standing.of[at] = turnsOf(columns.standing, row.from, row.standings);
}

function numberOf({ words, numbers }: Words, word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, words.length);
  return words.push(word) - 1;
}

function listOf(several: Several, written: string): readonly number[] {
  const known = several.lists.get(written) ?? membersOf(written).map((word) => numberOf(several, word));
  several.lists.set(written, known);
  return known;
}

function turnsOf(standing: Columns['standing'], from: string, standings: string): Turns {
  const key = `${from} ${standings}`;
  const known = standing.lists.get(key) ?? { from: membersOf(from).map(dayNumber), standings: membersOf(standings).map((state) => numberOf(standing, state)) };
  standing.lists.set(key, known);
  return known;
}

/** The members of an array as Postgres writes it; ours are codes, days and ids, which it never quotes. */
function membersOf(written: string): string[] {
  return written === '{}' ? [] : written.slice(1, -1).split(',');
}

function empty(): Columns {
  const single = (): Single => ({ words: [], numbers: new Map(), of: [] });
  const several = (): Several => ({ words: [], numbers: new Map(), of: [], lists: new Map() });
  return {
    since: '0', ids: [], places: new Map(), writtenIn: [], codes: [], changed: [], signedFrom: [], signedTo: [],
    decideBy: [], endsBy: [], lacks: [], creator: single(), publication: single(), owner: single(), type: single(), procedure: single(), verification: single(),
    party: several(), country: several(), field: several(), standing: { words: [], numbers: new Map(), of: [], lists: new Map() }, reckoned: new Map(), orders: new Map(),
  };
}

import { and, eq, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { organisation } from '#db/schema/organisation.ts';
import { columnsNow, dayNumber, reckoned, type Columns } from '#office/agreement/columns.ts';
import { bindingSpans, rowsFor } from '#office/agreement/tally.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Tie } from './map.ts';

/** How many records a tie names; the rest is counted. */
const named = 3;
/** The parties with the most agreements; a map of more would show nothing. `left` counts the others. */
const most = 500;

type Ties = { readonly ties: readonly Tie[]; readonly undated: number; readonly firstYear: number | null; readonly left: number; /** Ids of all parties, also of those left out. */ readonly parties: readonly string[] };

/**
 * The parties of agreements at their places, counted in one pass through the columns in memory. With a `year` only agreements
 * that were signed in it or were binding in it, as far as that is known on `today` (ISO day).
 */
export async function agreementTies(viewer: Viewer, year: number | undefined, today: string): Promise<Ties> {
  const columns = await columnsNow();
  const counted = await count(viewer, columns, year, dayNumber(today));
  const parties = [...counted.parties].toSorted(([, a], [, b]) => b.total - a.total).slice(0, most);
  const [organisations, records] = await Promise.all([
    reader().select({
      id: organisation.id, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, place: organisation.place,
      country: organisation.country, latitude: organisation.latitude, longitude: organisation.longitude,
    }).from(organisation).where(and(among(organisation.id, parties.map(([id]) => id)), eq(organisation.isSelf, false), sight(viewer, 'organisation', organisation))),
    reader().select({ id: agreement.id, slug: agreement.slug, kind: agreement.type, name: agreement.title })
      .from(agreement).where(and(among(agreement.id, [...new Set(parties.flatMap(([, { some }]) => some))]), sight(viewer, 'agreement', agreement))),
  ]);
  const byId = new Map(records.map(({ id, ...one }) => [id, { noun: 'agreement' as const, acronym: null, ...one }]));
  const found = new Map(organisations.map((one) => [one.id, one]));
  const ties = parties.flatMap(([id, { total, some }]): Tie[] => {
    const one = found.get(id);
    if (!one) return [];
    const { slug, name, acronym, kind, place, country, latitude, longitude } = one;
    return [{
      layer: 'agreements', what: 'party', organisation: { noun: 'organisation', slug, name, acronym, kind }, on: null, total,
      records: some.flatMap((record) => byId.get(record) ?? []), where: { name: place, country, latitude, longitude },
    }];
  });
  return { ties, undated: counted.undated, firstYear: counted.firstYear, left: Math.max(0, counted.parties.size - most), parties: [...counted.parties.keys()] };
}

type Party = { total: number; some: string[] };
type Counted = { readonly parties: ReadonlyMap<string, Party>; readonly undated: number; readonly firstYear: number | null };

/** For the public, and for all years together, reckoned once until a row changes. */
async function count(viewer: Viewer, columns: Columns, year: number | undefined, day: number): Promise<Counted> {
  const rows = await rowsFor(viewer, columns);
  const once = <T>(name: string, reckon: () => T): T => (viewer.kind === 'visitor' ? reckoned(columns, `${name} for the public on ${day}`, reckon) : reckon());
  const firstYear = once('first year', () => firstYearOf(columns, rows, day));
  if (year === undefined) return { parties: once('parties', () => partiesOf(columns, rows)), undated: 0, firstYear };
  const held: number[] = [];
  let undated = 0;
  for (const row of rows) {
    let [known, within] = [false, false];
    eachYears(columns, row, day, (first, last) => {
      known = true;
      within ||= first <= year && year <= last;
    });
    if (within) held.push(row);
    if (!known) undated += 1;
  }
  return { parties: partiesOf(columns, held), undated, firstYear };
}

/** In the order in which they were met; counted under their numbers, since looking a hundred thousand ids up takes longer than all else. */
function partiesOf({ party, ids }: Columns, rows: readonly number[]): Map<string, Party> {
  const met: Party[] = [];
  const order: number[] = [];
  for (const row of rows) {
    for (const word of party.of[row] ?? []) {
      const one = met[word];
      if (!one) {
        met[word] = { total: 1, some: [ids[row] ?? ''] };
        order.push(word);
        continue;
      }
      one.total += 1;
      if (one.some.length < named) one.some.push(ids[row] ?? '');
    }
  }
  return new Map(order.flatMap((word) => (met[word] ? [[party.words[word] ?? '', met[word]] as const] : [])));
}

function firstYearOf(columns: Columns, rows: readonly number[], day: number): number | null {
  let least = Infinity;
  for (const row of rows) eachYears(columns, row, day, (first) => { least = Math.min(least, first); });
  return Number.isFinite(least) ? least : null;
}

/** Tells the first and last years in which a row was signed, and in which it was binding; nothing where no date is known. */
function eachYears({ signedFrom, signedTo, standing }: Columns, row: number, day: number, tell: (first: number, last: number) => void): void {
  const [from, to] = [signedFrom[row] || signedTo[row] || 0, signedTo[row] || signedFrom[row] || 0];
  if (from) tell(yearOf(from), yearOf(to));
  const turns = standing.of[row];
  for (const span of turns ? bindingSpans(turns, standing) : []) if (span.from > 0 && span.from <= day) tell(yearOf(span.from), yearOf(Math.min(span.to ?? day, day)));
}

function yearOf(day: number): number {
  return Math.floor(day / 10_000);
}

/** One parameter for all of them: a list of hundreds would be hundreds of parameters. */
function among(column: typeof agreement.id | typeof organisation.id, ids: readonly string[]) {
  return ids.length === 1 ? inArray(column, [...ids]) : sql`${column} = any(${sql.param(`{${ids.join(',')}}`)}::uuid[])`;
}

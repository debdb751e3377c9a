import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { chronicleEntry } from '#db/schema/chronicle.ts';
import type { Viewer } from '#office/viewer.ts';
import { sightOf, tables } from '#office/tables.ts';
import { awaited } from './awaited.ts';
import { byYear, narrowed, sum, type ChronicleType, type Counted, type Narrowed } from './chronicle.ts';
import { linesOf } from './lines.ts';
import { named } from './named.ts';

export type ChronicleFilter = Narrowed & { readonly q?: string; readonly page?: number; readonly perPage?: number };
export type Chronicle = Awaited<ReturnType<typeof chronicle>>;

/**
 * One page of the office's years on `today` (ISO): what is to come first, the nearest on top, then what was, the latest on top,
 * then what has no date, which has no order. One query counts, by type and year; a page past the end is the last one. The
 * counts let a late page begin at its year instead of at the end of the list. Years in which nothing stands are passed over;
 * `years` are those that narrow it.
 */
export async function chronicle(viewer: Viewer, { q, page = 1, perPage = 25, ...asked }: ChronicleFilter, today: string) {
  const rule = and(sightOfEntries(viewer), named(q));
  const counted = await count(rule, today);
  const held = new Set(counted.map(({ year }) => year));
  const choice = { ...asked, years: asked.years?.filter((year) => held.has(year)) ?? [] };
  const chosen = narrowed(counted, choice);
  const total = sum(chosen);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const number = Math.min(Math.max(1, page), pages);
  const rows = await rowsOf(and(rule, chosenBy(choice)), chosen, { skip: (number - 1) * perPage, take: perPage }, today);
  return { lines: await linesOf(viewer, rows, today), total, page: number, pages, counted, years: choice.years };
}

export type EntryRow = Awaited<ReturnType<typeof past>>[number];

export const columns = {
  id: chronicleEntry.id, noun: chronicleEntry.noun, recordId: chronicleEntry.recordId, act: chronicleEntry.act, type: chronicleEntry.type, on: chronicleEntry.on, day: chronicleEntry.day, state: chronicleEntry.state,
};

/** Entries that are to come on `today`, the nearest first. */
function ahead(rule: SQL | undefined, today: string, skip: number, take: number) {
  return select(and(rule, isAhead(today), awaited(today)), [sql`${chronicleEntry.day} asc`, asc(chronicleEntry.id)], skip, take);
}

/** Entries of the day `until` and before it that are no longer to come, the latest first. */
export function past(rule: SQL | undefined, until: string, skip: number, take: number) {
  return select(and(rule, sql`${chronicleEntry.day} <= ${until}::date`, sql`${chronicleEntry.state} <> 'due'`), [sql`${chronicleEntry.day} desc`, sql`${chronicleEntry.id} desc`], skip, take);
}

/** The rule of sight of whatever record an entry tells of. To a visitor the entry itself says it; each line is asked for again by its record. */
export function sightOfEntries(viewer: Viewer): SQL | undefined {
  if (viewer.kind === 'system') return undefined;
  if (viewer.kind === 'visitor') return sql`${chronicleEntry.shown}`;
  return or(...(['agreement', 'membership', 'project', 'milestone'] as const).map((noun) => {
    const table: PgTable & { id: AnyPgColumn } = tables[noun].table;
    return and(eq(chronicleEntry.noun, noun), inArray(chronicleEntry.recordId, reader().select({ id: table.id }).from(table).where(sightOf(viewer, noun))));
  }));
}

/** What happened or is planned lies in an index whole; only of what is due, which is little, the records are asked. */
async function count(rule: SQL | undefined, today: string): Promise<Counted[]> {
  const parts = [sql`${chronicleEntry.state} <> 'due'`, and(sql`${chronicleEntry.state} = 'due'`, awaited(today))];
  const year = sql<number | null>`date_part('year', ${chronicleEntry.day})::int`;
  const later = sql<boolean>`coalesce(${isAhead(today)}, false)`;
  const rows = await Promise.all(parts.map((part) => reader().select({ type: chronicleEntry.type, year, ahead: later, count: sql<number>`count(*)::int` })
    .from(chronicleEntry).where(and(rule, part)).groupBy(sql`1, 2, 3`)));
  return rows.flat().map((row) => ({ ...row, type: row.type as ChronicleType }));
}

/** The rows of one page out of the three parts of the list; `counted` holds what stands in each. */
async function rowsOf(rule: SQL | undefined, counted: readonly Counted[], { skip, take }: { skip: number; take: number }, today: string): Promise<EntryRow[]> {
  const later = counted.filter((one) => one.ahead);
  const before = counted.filter((one) => !one.ahead && one.year !== null);
  const [first, second] = [sum(later), sum(later) + sum(before)];
  const rows = skip < first ? await ahead(rule, today, skip, take) : [];
  const { until, left } = beginningOf(byYear(before), Math.max(0, skip - first), today);
  if (rows.length < take && skip + rows.length < second) rows.push(...await past(rule, until, left, take - rows.length));
  if (rows.length === take || sum(counted) === second) return rows;
  return [...rows, ...await select(and(rule, isNull(chronicleEntry.day), awaited(today)), [asc(chronicleEntry.type), asc(chronicleEntry.id)], Math.max(0, skip - second), take - rows.length)];
}

/** The day from which to look back, and how many of that year still to pass over. */
function beginningOf(years: readonly { year: number; count: number }[], skip: number, today: string): { until: string; left: number } {
  let left = skip;
  for (const { year, count: held } of years) {
    if (left < held) return { until: `${year}-12-31` < today ? `${year}-12-31` : today, left };
    left -= held;
  }
  return { until: today, left: skip };
}

function chosenBy({ types = [], years = [], undated = false }: Narrowed): SQL | undefined {
  const inYears = years.map((year) => sql`${chronicleEntry.day} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`);
  return and(
    types.length ? inArray(chronicleEntry.type, [...types]) : undefined,
    inYears.length || undated ? or(...inYears, undated ? isNull(chronicleEntry.day) : undefined) : undefined,
  );
}

function isAhead(today: string): SQL {
  return sql`(${chronicleEntry.day} > ${today}::date or (${chronicleEntry.state} = 'due' and ${chronicleEntry.day} is not null))`;
}

export function select(rule: SQL | undefined, order: SQL[], skip: number, take: number) {
  return reader().select(columns).from(chronicleEntry).where(rule).orderBy(...order).limit(take).offset(skip);
}

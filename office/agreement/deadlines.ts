import { and, eq, gt, gte, inArray, isNull, lt, lte, not, or, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { agreement } from '#db/schema/agreement.ts';
import type { LocalText } from '#messages/local-text.ts';
import { among, inOne } from '#office/listing.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Act } from './agreement.ts';
import { addDays } from './days.ts';
import { decidedAbout, decidedAmongMany, decisionAbout, decisionsOf } from './decided.ts';
import { decideBy, decidesLater } from './deciding.ts';
import { line } from './read.ts';
import { withStanding } from './register.ts';
import { alarmsOf } from './watched.ts';
import { mayRenew } from './ways-on.ts';

/** By `day` (ISO) somebody must have decided whether an agreement goes on (`decide`), or it ends (`ends`). */
export type Deadline = { readonly kind: DeadlineKind; readonly id: string; readonly code: string; readonly title: LocalText | null; readonly day: string; /** A renewal settles it; else it is decided in another way. */ readonly mayRenew: boolean; /** Notice was given, by which it ends. */ readonly byNotice: boolean };
const kinds = ['decide', 'ends'] as const;
export type DeadlineKind = (typeof kinds)[number];

/** Both days belong to the span; `from` null for whatever came before. `mine`: what the viewer owns or stands in for, or nobody owns. */
export type DeadlinesAsked = { readonly kind: DeadlineKind; readonly from: string | null; readonly to: string; readonly whose: 'everybody' | 'mine'; readonly limit: number; /** Of these agreements alone. */ readonly ids?: readonly string[] | undefined; /** Of those of `mine` that nobody owns, these alone: the others wait for whoever may decide them. */ readonly held?: readonly string[] | undefined };

/** `total` in all, of which the lines are the nearest. */
export type Deadlines = { readonly lines: Deadline[]; readonly total: number };

/**
 * The deadlines of agreements in force that the viewer may see, the nearest first, and how many there are in all. Found by
 * an index; the few rows whose days of watching are over (office/agreement/watched.ts) are reckoned from the records.
 */
export async function deadlines(viewer: Viewer, today: string, asked: DeadlinesAsked): Promise<Deadlines> {
  const [found = { lines: [], total: 0 }] = await deadlinesOfEach(viewer, today, [asked]);
  return found;
}

type Near = { place: number; id: string; code: string; day: string; total: number; state: string; title: LocalText | null; renewal: string | null; renewalMonths: number | null };

/** The same of several questions, read together. */
export async function deadlinesOfEach(viewer: Viewer, today: string, asked: readonly DeadlinesAsked[]): Promise<Deadlines[]> {
  const later = asked.some(({ kind }) => kind === 'decide') ? await decidesLater() : 0;
  const state = sql`${agreementIndex.standings}[width_bucket(${today}::date, ${agreementIndex.standingFrom})]`;
  const near = inOne(asked.map((one, place) => nearest(viewer, today, one, place, later)));
  const [{ rows }, someAreStale] = await Promise.all([
    reader().execute<Near>(sql`select near.*, ${state} as state, ${agreement.title}, ${agreement.renewal}, ${agreement.renewalMonths} as "renewalMonths"
      from (${near}) as near join ${agreement} on ${agreement.id} = near.id join ${agreementIndex} on ${agreementIndex.id} = near.id`),
    reader().select({ one: sql`1` }).from(agreementIndex).where(and(isStale(today), sight(viewer, 'agreement', agreementIndex))).limit(1),
  ]);
  return Promise.all(asked.map(async (one, place) => {
    const { kind, from, to, limit } = one;
    const late = someAreStale.length > 0 ? await reckonedAnew(viewer, today, 'open', one) : [];
    const found = rows.filter((row) => row.place === place);
    const reckoned = late.filter((due) => due.kind === kind && due.day <= to && (from === null || due.day >= from));
    const lines = [...found.map(({ id, code, day, title, ...terms }) => ({ kind, id, code, title, day, mayRenew: mayRenew(terms), byNotice: terms.state === noticed })), ...reckoned].toSorted(byDay).slice(0, limit);
    return { lines, total: (found[0]?.total ?? 0) + reckoned.length };
  }));
}

/** The query for the ids of one question and how many there are: nothing but what the index of the days holds, since all of them are counted; what else is told of the few is read of them alone. */
function nearest(viewer: Viewer, today: string, { kind, from, to, whose, limit, ids, held: own }: DeadlinesAsked, place: number, ownDays: number): SQL {
  const later = kind === 'decide' ? ownDays : 0;
  const [held, day] = [dayOf[kind], kind === 'decide' ? decideBy(later) : agreementIndex.endsBy];
  const rule = and(
    isFresh(today), sight(viewer, 'agreement', agreementIndex), lte(held, addDays(to, -later)), from ? gte(held, addDays(from, -later)) : undefined, whose === 'mine' ? mine(viewer, own) : undefined,
    not(decidedAbout(kind, sql`${agreementIndex.id}`, sql`${held}`, later)), ids ? among(agreementIndex.id, ids) : undefined,
  );
  return sql`select ${place}::int as place, ${agreementIndex.id} as id, ${agreementIndex.code} as code, ${day}::text as day, count(*) over ()::int as total
    from ${agreementIndex} where ${rule} order by ${held}, ${agreementIndex.id} limit ${limit}`;
}

function byDay(one: Deadline, other: Deadline): number {
  return one.day === other.day ? (one.id < other.id ? -1 : 1) : one.day < other.day ? -1 : 1;
}

/** How many days to decide that wait, and how many ends, fall into each month between two ISO days, under `2026-11`. An end comes, whatever was decided. */
export async function deadlinesPerMonth(viewer: Viewer, today: string, from: string, to: string): Promise<Record<DeadlineKind, ReadonlyMap<string, number>>> {
  const ownDays = await decidesLater();
  const counted = async (kind: DeadlineKind) => {
    const later = kind === 'decide' ? ownDays : 0;
    // By its place, since two parameters of one value are two expressions to Postgres.
    return reader().select({ month: sql<string>`to_char(${dayOf[kind]} + ${later}::int, 'YYYY-MM')`, count: sql<number>`count(*)::int` }).from(agreementIndex)
      .where(and(isFresh(today), sight(viewer, 'agreement', agreementIndex), gte(dayOf[kind], addDays(from, -later)), lte(dayOf[kind], addDays(to, -later)),
        kind === 'decide' ? not(decidedAmongMany(kind, sql`${agreementIndex.id}`, sql`${dayOf[kind]}`, later)) : undefined)).groupBy(sql`1`);
  };
  const [decide, ends, late] = await Promise.all([counted('decide'), counted('ends'), reckonedAnew(viewer, today, 'open or ending', { whose: 'everybody' })]);
  const perMonth = (kind: DeadlineKind, rows: readonly { month: string; count: number }[]) => {
    const months = new Map(rows.map(({ month, count }) => [month, count]));
    for (const { day } of late.filter((one) => one.kind === kind && one.day >= from && one.day <= to)) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
    return months;
  };
  return { decide: perMonth('decide', decide), ends: perMonth('ends', ends) };
}

const noticed = 'notice_given';
const dayOf = { decide: agreementIndex.decideBy, ends: agreementIndex.endsBy } as const;

function isFresh(today: string): SQL | undefined {
  return and(lte(agreementIndex.watchedFrom, today), gte(agreementIndex.watchedUntil, today));
}

function isStale(today: string): SQL | undefined {
  return or(lt(agreementIndex.watchedUntil, today), gt(agreementIndex.watchedFrom, today));
}

/** Rows that are watched for other days than this one: none, until midnight has passed and the watch has not been there yet. */
async function reckonedAnew(viewer: Viewer, today: string, which: 'open' | 'open or ending', { whose, ids, held }: Pick<DeadlinesAsked, 'whose' | 'ids' | 'held'>): Promise<Deadline[]> {
  const stale = await reader().select({ id: agreementIndex.id }).from(agreementIndex).where(and(
    isStale(today), sight(viewer, 'agreement', agreementIndex), whose === 'mine' ? mine(viewer, held) : undefined, ids ? among(agreementIndex.id, ids) : undefined,
  ));
  if (stale.length === 0) return [];
  const rows = await reader().select({ ...line, decisions: decisionsOf(sql`${agreement.id}`) }).from(agreement).where(sql`${agreement.id} = any(${sql.param(`{${stale.map(({ id }) => id).join(',')}}`)}::uuid[])`);
  const ownDays = await decidesLater();
  return (await withStanding(viewer, rows, today)).flatMap(({ id, code, title, standing, renewal, renewalMonths, decisions, acts }): Deadline[] => {
    const due = alarmsOf(standing);
    const own = { id, code, title, mayRenew: mayRenew({ state: standing.state, renewal, renewalMonths }), byNotice: standing.state === noticed };
    return kinds.flatMap((kind) => {
      const day = kind === 'decide' ? due.decideBy : due.endsBy;
      const isOpen = day !== null && ((kind === 'ends' && which === 'open or ending') || !decisionAbout(kind, day, kind === 'decide' ? ownDays : 0, { decisions, acts: acts as readonly Act[], renewalMonths }));
      return isOpen ? [{ kind, ...own, day }] : [];
    });
  });
}

function mine(viewer: Viewer, held: DeadlinesAsked['held']): SQL | undefined {
  if (viewer.kind !== 'staff') return sql`false`;
  const deputised = reader().select({ id: agreement.id }).from(agreement).where(eq(agreement.deputyId, viewer.id));
  return or(and(isNull(agreementIndex.ownerId), held ? among(agreementIndex.id, held) : undefined), eq(agreementIndex.ownerId, viewer.id), inArray(agreementIndex.id, deputised));
}

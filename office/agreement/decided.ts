import { sql, type SQL } from 'drizzle-orm';
import type { Act } from './agreement.ts';
import { addDays, addMonths } from './days.ts';
import { validDays } from './deciding.ts';
import { usualBuffer } from './standing.ts';

/**
 * A decision that counts: the day that it names, when it was taken, and whether it lets the agreement end. `planned` of one that names none: the days
 * between which it was due, as far as that is known; null for one that names its day alone. ISO days.
 */
export type Decision = { readonly about: string | null; readonly on: string; readonly planned: { readonly from: string | null; readonly to: string | null } | null; readonly letsEnd: boolean };
type Acts = readonly Pick<Act, 'kind' | 'on'>[];

/**
 * Whether a decision is about this deadline, asked of the narrow rows. One that names its day (office/agreement/let-run.ts) is about every
 * deadline up to it and none after, whatever days the office chooses. Any other is about one period alone: the last whose day had come when it was due,
 * else the one that came next when it was taken, as far as `validDays` reach; where one cannot tell, none, so that it is asked again.
 * An end is settled only by a decision to let it end, and a notice that came after that is another matter. `day`: of `decide` after the usual days.
 */
export function decidedAbout(kind: 'decide' | 'ends', id: SQL, day: SQL, later: number): SQL {
  if (kind === 'ends') return sql`exists (select ${counted(id)} and m.decides = 'ends' and m.decides_about >= ${day} and not exists (
    select from agreement_act a where a.agreement_id = ${id} and a.kind = 'notice' and a."on" ->> 'earliest' > m.actual ->> 'latest' and not exists (
      select from agreement_act w where w.agreement_id = ${id} and w.kind = 'notice_withdrawn' and (w."on" ->> 'earliest' > a."on" ->> 'earliest'
        or (w.position > a.position and coalesce(w."on" ->> 'latest', '9999') >= a."on" ->> 'earliest')))))`;
  const by = sql`(${day} + ${usualBuffer}::int)`;
  const moved = (months: SQL, days = 0) => sql`to_char(${by} + make_interval(months => ${months}, days => ${days}), 'YYYY-MM-DD')`;
  return sql`exists (select ${counted(id)} and (m.decides_about >= ${by} or (m.decides_about is null
    and (m.planned is null or (${dueTo} > ${moved(sql`-${step}`)} and ${dueFrom} < ${moved(step, -unevenMonths)}))
    and (${dueFrom} >= to_char(${by}, 'YYYY-MM-DD') or (m.actual ->> 'latest' > ${moved(sql`-${step}`, unevenMonths)} and m.actual ->> 'latest' >= to_char(${day} + ${later - validDays(later)}::int, 'YYYY-MM-DD'))))))`;
}

/** The same where it is asked of many: only of those that have a decision at all, whom one pass over index milestone_renewal names. */
export function decidedAmongMany(kind: 'decide' | 'ends', id: SQL, day: SQL, later: number): SQL {
  return sql`(${id} in (select m.agreement_id from milestone m where m.kind = 'renewal_decision' and m.agreement_id is not null) and ${decidedAbout(kind, id, day, later)})`;
}

/** What is looked at of an agreement that was reckoned from its record; its acts in the order in which they stand. */
export type Decided = { readonly decisions: readonly Decision[]; readonly acts: Acts; readonly renewalMonths: number | null };

/** The same of a record: the last decision about this deadline, if there is one; `day` after the office’s own days. */
export function decisionAbout(kind: 'decide' | 'ends', day: string, later: number, { decisions, acts, renewalMonths }: Decided): Decision | null {
  const noticed = noticeDays(acts);
  const isAbout = kind === 'ends' ? ({ about, on, letsEnd }: Decision) => letsEnd && about !== null && about >= day && noticed.every((notice) => notice <= on)
    : (one: Decision) => (one.about !== null && one.about >= addDays(day, usualBuffer - later)) || isOfPeriod(one, day, later, renewalMonths || oneYear);
  return decisions.filter(isAbout).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null;
}

/** Whether one that names no day is about the period whose day to decide this is. */
function isOfPeriod({ on, planned }: Decision, day: string, later: number, months: number): boolean {
  if (!planned) return false;
  const by = addDays(day, usualBuffer - later);
  const [before, after] = [addMonths(by, -months), addDays(addMonths(by, months), -unevenMonths)];
  const [from, to] = [planned.from ?? planned.to, planned.to ?? planned.from];
  if (from && to && (to <= before || from >= after)) return false;
  return (from !== null && from >= by) || (on > addDays(before, unevenMonths) && on >= addDays(day, -validDays(later)));
}

/** The months of a period where none are known. */
const oneYear = 12;
/** By so many days the last day for a notice may lie beside the same day of another month, since months are not equally long. */
const unevenMonths = 3;

/** The first days of the notices that no act withdrew, as far as they are known. */
function noticeDays(acts: Acts): string[] {
  return acts.flatMap(({ kind, on }, place) => {
    const day = on?.earliest;
    const isWithdrawn = day && acts.some((other, at) => other.kind === 'notice_withdrawn' && ((other.on?.earliest ?? '') > day || (at > place && (other.on?.latest ?? '9999') >= day)));
    return kind === 'notice' && day && !isWithdrawn ? [day] : [];
  });
}

/** All decisions that count about an agreement. */
export function decisionsOf(id: SQL): SQL<Decision[]> {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('about', m.decides_about, 'on', m.actual ->> 'latest',
    'planned', case when m.decides_about is null then jsonb_build_object('from', m.planned ->> 'earliest', 'to', m.planned ->> 'latest') end, 'letsEnd', m.decides is not distinct from 'ends')), '[]') ${counted(id)})`;
}

/**
 * Reached, neither merged away nor struck nor taken back (index milestone_renewal), and entered by those who may: what an editor has completed, or a publisher
 * shown to everybody. Another’s draft decides nothing.
 */
function counted(id: SQL): SQL {
  return sql`from milestone m join agreement terms on terms.id = m.agreement_id where m.agreement_id = ${id} and m.kind = 'renewal_decision' and m.actual ->> 'latest' is not null and m.merged_into_id is null
    and m.publication <> 'withdrawn' and not exists (select from milestone_act a where a.milestone_id = m.id and a.kind = 'cancelled')
    and (m.publication = 'published' or exists (select from change c where c.record_id = m.id and c.action = 'milestone.complete'))`;
}

const dueFrom = sql`coalesce(m.planned ->> 'earliest', m.planned ->> 'latest')`;
const dueTo = sql`coalesce(m.planned ->> 'latest', m.planned ->> 'earliest')`;
const step = sql`coalesce(nullif(terms.renewal_months, 0), ${oneYear})::int`;

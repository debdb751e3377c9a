import { sql, type SQL } from 'drizzle-orm';
import type { Act } from './agreement.ts';
import { addDays } from './days.ts';
import { validDays } from './deciding.ts';
import { usualBuffer } from './standing.ts';

/** A decision that counts: the day that it names, when it was taken, whether it is one about the coming day, and whether it lets the agreement end. ISO days. */
export type Decision = { readonly about: string | null; readonly on: string; readonly isLoose: boolean; readonly letsEnd: boolean };
type Acts = readonly Pick<Act, 'kind' | 'on'>[];

/**
 * Whether a decision is about this deadline, asked of the narrow rows. One that names its day (office/agreement/let-run.ts) is about every
 * deadline up to it and none after, whatever days the office chooses. Any other is taken for one about the coming day, as far
 * as `validDays` reach. An end is settled only by a decision to let it end, and a notice that came after that is another
 * matter. `day`: of `decide` after the usual days.
 */
export function decidedAbout(kind: 'decide' | 'ends', id: SQL, day: SQL, later: number): SQL {
  const about = (iso: SQL) => sql`(m.planned ->> 'latest' >= to_char(${iso}, 'YYYY-MM-DD') and ${names})`;
  if (kind === 'ends') return sql`exists (select ${counted(id)} and ${about(day)} and ${saysEnd} and not exists (
    select from agreement_act a where a.agreement_id = ${id} and a.kind = 'notice' and a."on" ->> 'earliest' > m.actual ->> 'latest' and not exists (
      select from agreement_act w where w.agreement_id = ${id} and w.kind = 'notice_withdrawn' and (w."on" ->> 'earliest' > a."on" ->> 'earliest'
        or (w.position > a.position and coalesce(w."on" ->> 'latest', '9999') >= a."on" ->> 'earliest')))))`;
  return sql`exists (select ${counted(id)} and (${about(sql`${day} + ${usualBuffer}::int`)}
    or (m.actual ->> 'latest' >= to_char(${day} + ${later - validDays(later)}::int, 'YYYY-MM-DD') and ${isLoose})))`;
}

/** The same of an agreement that was reckoned from its record, its acts in the order in which they stand; `day` after the office’s own days. */
export function isDecided(kind: 'decide' | 'ends', day: string, later: number, { decisions, acts }: { decisions: readonly Decision[]; acts: Acts }): boolean {
  if (kind === 'decide') {
    const by = addDays(day, usualBuffer - later);
    return decisions.some(({ about, on, isLoose: coming }) => (about !== null && about >= by) || (coming && on >= addDays(day, -validDays(later))));
  }
  const noticed = noticeDays(acts);
  return decisions.some(({ about, on, letsEnd }) => letsEnd && about !== null && about >= day && noticed.every((notice) => notice <= on));
}

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
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('about', case when ${names} then m.planned ->> 'latest' end, 'on', m.actual ->> 'latest', 'isLoose', ${isLoose}, 'letsEnd', ${saysEnd})), '[]') ${counted(id)} and (${names} or ${isLoose}))`;
}

/** Reached, neither merged away nor struck nor taken back; index milestone_renewal. */
function counted(id: SQL): SQL {
  return sql`from milestone m where m.agreement_id = ${id} and m.kind = 'renewal_decision' and m.actual ->> 'latest' is not null and m.merged_into_id is null
    and m.publication <> 'withdrawn' and not exists (select from milestone_act a where a.milestone_id = m.id and a.kind = 'cancelled')`;
}

// Entered by those who may: what an editor has completed, or a publisher shown to everybody. Another’s draft decides nothing.
const isCompleted = sql`exists (select from change c where c.record_id = m.id and c.action = 'milestone.complete')`;
const isShown = sql`m.publication = 'published'`;
const namesNoDay = sql`coalesce(m.planned ->> 'latest', m.actual ->> 'latest') = m.actual ->> 'latest'`;
const names = sql`(${isCompleted} or (${isShown} and not ${namesNoDay}))`;
// What was decided is told by the words that office/agreement/let-run.ts writes, and by nothing else: a milestone has no field for it.
const says = (words: string) => sql`coalesce(m.title #>> '{sr-Cyrl,text}', '') like ${words}`;
const saysOn = says('Одлука да се споразум % настави');
const saysEnd = says('Одлука да споразум % истекне');
/**
 * One that was reached by hand is planned for any day by which it was due; and one by letting run, before that named its day, for the day on
 * which it was reached.
 */
const isLoose = sql`(case when ${isCompleted} then not (${saysOn} or ${saysEnd}) else ${isShown} or (${namesNoDay} and ${saysOn}) end)`;

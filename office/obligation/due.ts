import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreementIndex } from '#db/schema/agreement-index.ts';
import { agreement } from '#db/schema/agreement.ts';
import { change } from '#db/schema/ledger.ts';
import { membership, membershipAct } from '#db/schema/membership.ts';
import { milestone, milestoneAct } from '#db/schema/milestone.ts';
import { obligation } from '#db/schema/obligation.ts';
import { monthsAfter, occurrenceAfter, occurrences, type Occurrence } from '#office/recurrence.ts';
import { monthsAhead } from './obligation.ts';

/** A milestone that was laid down for one time of a duty, which `until` its last day has not passed; `untouched` where no act stands, `struck` where the clock took it out of the plan. */
export type Laid = { readonly id: string; readonly version: number; readonly day: string; readonly until: string; readonly stands: 'untouched' | 'acted on' | 'struck' | 'over' } & Keepers & {
  /** Nobody but the clock has said anything of it besides letting it before the public. */
  readonly isTheClocks: boolean;
};
type Keepers = { readonly ownerId: string | null; readonly deputyId: string | null };
export type Recurring = Awaited<ReturnType<typeof recurringDuties>>[number];
/** What is to be done about one duty: times to lay down, milestones to strike since their time no longer comes, some to bring back, and some that another keeps now. */
export type Due = { readonly lay: readonly Occurrence[]; readonly strike: readonly Laid[]; readonly restore: readonly Laid[]; readonly hand: readonly Laid[] };

/** The reason that the clock gives; by it, it knows its own cancellations again. */
export const struckNote = 'Обавеза у овом термину више не доспева.';

/** Duties that recur or did when milestones were laid down for them, each with its holder and those milestones; all, or the one named. */
export async function recurringDuties(today: string, id?: string) {
  const rows = await reader().select({
    id: obligation.id, text: obligation.text, due: obligation.due, recurrence: obligation.recurrence, kind: obligation.kind, isPublic: obligation.isPublic,
    agreementId: obligation.agreementId, membershipId: obligation.membershipId,
    ownerId: sql<string | null>`coalesce(${obligation.ownerId}, ${agreement.ownerId}, ${membership.ownerId})`,
    deputyId: sql<string | null>`case when ${obligation.ownerId} is null then coalesce(${obligation.deputyId}, ${agreement.deputyId}, ${membership.deputyId}) else ${obligation.deputyId} end`,
    runs: sql<boolean>`${obligation.state} = 'open' and ${obligation.recurrence} is not null and (${agreementRuns(today)} or ${membershipRuns(today)})`,
  }).from(obligation).leftJoin(agreement, eq(agreement.id, obligation.agreementId)).leftJoin(membership, eq(membership.id, obligation.membershipId))
    .where(and(id ? eq(obligation.id, id) : undefined, sql`(${isRecurring} or ${obligation.id} in (select obligation_id from milestone where obligation_id is not null and actual is null and coalesce(planned ->> 'latest', occurrence::text) >= ${today}))`));
  const laid = Map.groupBy(await laidFor(rows.map((row) => row.id)), ({ obligationId }) => obligationId);
  return rows.map((row) => ({ ...row, laid: laid.get(row.id) ?? [] }));
}

/**
 * What stands in the rows of a duty and is not done yet, as of `today` (ISO). From today on all times of the next thirteen
 * months are laid down, and the next one beyond where none of these is open: doing one leaves the next. What has passed is
 * never laid down after the fact.
 */
export function dueOf({ recurrence, due, runs, laid, ownerId, deputyId }: Pick<Recurring, 'recurrence' | 'due' | 'runs' | 'laid' | keyof Keepers>, today: string): Due {
  const wanted = runs && recurrence ? wantedOf(recurrence, due, laid, today) : [];
  const days = new Set(wanted.map(({ day }) => day));
  const held = new Set(laid.map(({ day }) => day));
  return {
    lay: wanted.filter(({ day }) => !held.has(day)),
    strike: laid.filter(({ day, until, stands }) => stands === 'untouched' && until >= today && !days.has(day) && !(runs && recurrence && comes(recurrence, due, day))),
    restore: laid.filter(({ day, until, stands }) => stands === 'struck' && until >= today && days.has(day)),
    hand: laid.filter((one) => one.stands === 'untouched' && one.isTheClocks && (one.ownerId !== ownerId || one.deputyId !== deputyId)),
  };
}

function wantedOf(rule: string, first: Recurring['due'], laid: readonly Laid[], today: string): Occurrence[] {
  const horizon = monthsAfter(today, monthsAhead);
  const wanted = occurrences(rule, first, { from: today, to: horizon });
  const over = new Set(laid.filter(({ stands }) => stands === 'over').map(({ day }) => day));
  for (let last = wanted.at(-1)?.day ?? horizon; wanted.every(({ day }) => over.has(day));) {
    const next = occurrenceAfter(rule, first, last);
    if (!next) break;
    wanted.push(next);
    last = next.day;
  }
  return wanted;
}

function comes(rule: string, first: Recurring['due'], day: string): boolean {
  return occurrences(rule, first, { from: day, to: day }).some((one) => one.day === day);
}

async function laidFor(ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await reader().select({
    id: milestone.id, version: milestone.version, obligationId: milestone.obligationId, day: milestone.occurrence, latest: sql<string | null>`${milestone.planned} ->> 'latest'`, ownerId: milestone.ownerId, deputyId: milestone.deputyId,
    isTheClocks: sql<boolean>`not exists (select from ${change} c where c.record_id = milestone.id and c.actor_kind = 'person' and c.action in ('milestone.revise', 'milestone.assign', 'milestone.takeOver'))`,
    acts: sql<{ kind: string; note: string | null }[]>`coalesce((select json_agg(json_build_object('kind', a.kind, 'note', a.note -> 'sr-Cyrl' ->> 'text') order by a.position) from ${milestoneAct} a where a.milestone_id = milestone.id), '[]')`,
  }).from(milestone).where(and(inArray(milestone.obligationId, [...ids]), isNotNull(milestone.occurrence)));
  return rows.map(({ acts, day, latest, obligationId, ...row }) => ({ ...row, obligationId, day: day ?? '', until: latest ?? day ?? '', stands: standsBy(acts) }));
}

function standsBy(acts: readonly { kind: string; note: string | null }[]): Laid['stands'] {
  const last = acts.findLast(({ kind }) => kind === 'done' || kind === 'cancelled');
  if (last) return last.kind === 'cancelled' && last.note === struckNote ? 'struck' : 'over';
  return acts.length > 0 ? 'acted on' : 'untouched';
}

const isRecurring = sql`(${obligation.state} = 'open' and ${obligation.recurrence} is not null)`;

/** What is over owes nothing more (DOMAIN section 3). */
export function agreementRuns(today: string): SQL {
  const standing = sql`(select x.standings[i] from ${agreementIndex} x, generate_subscripts(x.standing_from, 1) i where x.id = ${agreement.id} and x.standing_from[i] <= ${today}::date order by i desc limit 1)`;
  return sql`(${agreement.id} is not null and ${isNull(agreement.mergedIntoId)} and coalesce(${standing}, '') not in ('expired', 'completed', 'terminated', 'replaced', 'archived', 'dropped'))`;
}

export function membershipRuns(today: string): SQL {
  const ended = sql`select 1 from ${membershipAct} m where m.membership_id = ${membership.id} and m.kind = 'ended' and coalesce(m."on" ->> 'latest', '') <= ${today}`;
  return sql`(${membership.id} is not null and ${isNull(membership.mergedIntoId)} and not exists (${ended}))`;
}

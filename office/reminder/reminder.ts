import { addDays, daysBetween } from '#office/agreement/days.ts';
import type { Noun } from '#office/permission.ts';
import { usualSettings } from '#office/setting/setting.ts';

/**
 * The days that the office is reminded of, each with its steps: so many days before it, and (negative) after it, while it is not
 * settled. A term is looked at from three months before; the day for deciding lies as many days before the last day for a notice as the
 * office has chosen, usually thirty (DOMAIN section 3), and its steps go on until the eve of that (`stepsOf`).
 */
export const rules = {
  decide: { noun: 'agreement', steps: stepsToDecide(usualSettings.decide_days) },
  ends: { noun: 'agreement', steps: [90, 60, 30, 14, 7, 1, 0] },
  due: { noun: 'milestone', steps: [30, 14, 7, 1, 0, -1, -7, -14, -30, -60, -90] },
  // Of duties without a milestone; where one stands, it is `due` that reminds.
  agreementDuty: { noun: 'agreement', steps: [30, 14, 7, 1, 0, -1, -7, -14, -30, -60, -90] },
  membershipDuty: { noun: 'membership', steps: [30, 14, 7, 1, 0, -1, -7, -14, -30, -60, -90] },
  projectEnd: { noun: 'project', steps: [90, 30, 14, 7, 0, -7] },
} as const satisfies Record<string, { readonly noun: Noun; readonly steps: readonly number[] }>;

export type Rule = keyof typeof rules;
export const ruleNames = Object.keys(rules) as Rule[];

/** For so many days after its last step a day is caught up with, where nobody was reminded; what is older is history. */
const caughtUp = 14;

/** So many days after it nobody is reminded of a day any more; of one for deciding as soon as the last day for a notice has passed, since nothing can be done then. */
function lastOf(rule: Rule, decideDays: number): number {
  return rule === 'decide' ? decideDays : caughtUp - (rules[rule].steps.at(-1) ?? 0);
}

/** The days between which a day must lie, seen from `today`, for anybody to be reminded of it, where so many days to decide were chosen. ISO days, both within. */
export function windowOf(rule: Rule, today: string, decideDays: number = usualSettings.decide_days): { readonly from: string; readonly to: string } {
  return { from: addDays(today, -lastOf(rule, decideDays)), to: addDays(today, stepsOf(rule, decideDays)[0] ?? 0) };
}

/**
 * The step that a day has reached: of those passed the last one, so that after days without the app one reminder goes and not each
 * that was missed. Null outside of the window. Both ISO days in Belgrade.
 */
export function stepOn(rule: Rule, dueOn: string, today: string, decideDays: number = usualSettings.decide_days): number | null {
  const left = daysBetween(today, dueOn);
  if (left < -lastOf(rule, decideDays)) return null;
  return stepsOf(rule, decideDays).filter((step) => left <= step).at(-1) ?? null;
}

/** Those of the day for deciding end on the eve of the last day for a notice: later nobody can do anything, and earlier it would be given up. */
function stepsOf(rule: Rule, decideDays: number): readonly number[] {
  return rule === 'decide' ? stepsToDecide(decideDays) : rules[rule].steps;
}

function stepsToDecide(days: number): readonly number[] {
  const eve = days - 1;
  const late = [7, 14, 21, 35, 60, 90, 120, 180, 270].filter((one) => one < eve);
  return [90, 60, 30, 14, 7, 1, 0, ...[...late, ...(eve > 0 ? [eve] : [])].map((one) => -one)];
}

/** What came of a day so far: the steps at which somebody was reminded, and those that were acknowledged. */
export type Past = { readonly reminded: readonly number[]; readonly seen: readonly number[] };

/** Who is reminded at this step: whoever is in charge; after one step without an answer the deputy too, after two all publishers. */
export type Rung = 'owner' | 'deputy' | 'publishers';

/** Null where somebody has seen it at this step or a later one. */
export function rungOn(step: number, { reminded, seen }: Past): Rung | null {
  const lastSeen = Math.min(...seen);
  if (lastSeen <= step) return null;
  const unanswered = new Set(reminded.filter((one) => one > step && one < lastSeen)).size;
  return unanswered === 0 ? 'owner' : unanswered === 1 ? 'deputy' : 'publishers';
}

/** Why somebody is reminded: as the one in charge, as deputy, since nobody is in charge, or since those in charge gave no answer. */
export type Because = 'owner' | 'deputy' | 'unowned' | 'publisher';

/**
 * The people of a rung, each once and for the reason that is nearest. `inCharge` and `deputy` null where there is nobody, or nobody who
 * may sign in now: then the next one is asked at once.
 */
export function peopleOn(rung: Rung, { owner, deputy, publishers }: { owner: string | null; deputy: string | null; publishers: readonly string[] }): ReadonlyMap<string, Because> {
  const asked: [string, Because][] = [];
  const add = (id: string | null, why: Because) => { if (id !== null && !asked.some(([known]) => known === id)) asked.push([id, why]); };
  add(owner, 'owner');
  if (rung !== 'owner' || owner === null) add(deputy, owner === null ? 'unowned' : 'deputy');
  if (rung === 'publishers' || asked.length === 0) for (const one of publishers) add(one, asked.some(([, why]) => why === 'owner' || why === 'deputy') ? 'publisher' : 'unowned');
  return new Map(asked);
}

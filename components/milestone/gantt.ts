import type { FuzzyDate } from '#db/columns.ts';
import { dateOf, isOpen, milestoneState, timing, type MilestoneState } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import { spanOf, type Span } from './plan.ts';

/** The stretch that is drawn, in ISO days, both included. */
export type Drawn = { readonly from: string; readonly to: string };
/** One line: what was planned, what came of it, the dates that it was planned for before, and how it stands. */
export type Bar = {
  readonly id: string; readonly number: number; readonly state: MilestoneState; readonly late: boolean; readonly progress: number;
  readonly planned: Span | null; readonly actual: Span | null; readonly before: readonly Span[];
};
export type Tick = { readonly day: string; readonly word: 'year' | 'month' | 'day' };

const oneDay = 86_400_000;

/** The lines of a drawing, numbered as the rows of the table beside it. */
export function barsOf(lines: readonly MilestoneLine[], today: string): Bar[] {
  return lines.map((one, place) => {
    const state = milestoneState(one);
    return {
      id: one.id, number: place + 1, state, late: timing({ planned: one.planned, state }, today)?.kind === 'overdue', progress: one.progress,
      planned: spanOf(one.planned), actual: spanOf(one.actual), before: isOpen(state) ? one.acts.flatMap(({ kind, plannedBefore }) => (kind === 'postponed' ? spanOf(plannedBefore) ?? [] : [])) : [],
    };
  });
}

/** Days onto `width` units from the first to the end of the last; what lies outside is put at the edge. */
export function placeIn({ from, to }: Drawn, width: number): (day: string, side?: 'start' | 'end') => number {
  const [start, end] = [Date.parse(from), Date.parse(to) + oneDay];
  return (day, side = 'start') => {
    const at = Date.parse(day) + (side === 'end' ? oneDay : 0);
    return Math.round(Math.min(1, Math.max(0, (at - start) / (end - start))) * width * 10) / 10;
  };
}

/** Beginnings of years, months or weeks within the stretch: as many as can be read. */
export function ticksOf({ from, to }: Drawn): Tick[] {
  const days = (Date.parse(to) - Date.parse(from)) / oneDay + 1;
  if (days > 800) {
    const step = Math.ceil(days / 365 / 10);
    return each(from, to, (day) => day.slice(5) === '01-01' && Number(day.slice(0, 4)) % step === 0, 'year');
  }
  if (days > 100) return each(from, to, (day) => day.endsWith('-01'), 'month');
  return each(from, to, (day) => new Date(day).getUTCDay() === 1, 'day');
}

/** Instead of a month: it was reached, on a day that nobody knows; or it has no date. */
export const dayless = { reached: 'reached', undated: 'undated' } as const;

/**
 * The months into which the rows fall, in the order of the rows, each with its rows and their numbers; at the end what was reached on a day that nobody
 * knows, which is drawn where it was planned and falls into no month.
 */
export function byMonth(lines: readonly MilestoneLine[]): { month: string; rows: { number: number; line: MilestoneLine }[] }[] {
  const groups = Map.groupBy(lines.map((line, place) => ({ number: place + 1, line })), ({ line }) => monthOf(dateOf(line)) ?? (milestoneState(line) === 'done' ? dayless.reached : dayless.undated));
  const isLast = (month: string) => Number(month === dayless.reached);
  return [...groups].map(([month, rows]) => ({ month, rows })).toSorted((a, b) => isLast(a.month) - isLast(b.month));
}

/** As EDTF, and only as exact as the date: a year stays a year. */
function monthOf(date: FuzzyDate | null): string | null {
  if (!date?.latest) return null;
  return date.earliest?.slice(0, 7) === date.latest.slice(0, 7) ? date.latest.slice(0, 7) : date.latest.slice(0, 4);
}

function each(from: string, to: string, isTick: (day: string) => boolean, word: Tick['word']): Tick[] {
  const found: Tick[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += oneDay) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (isTick(day)) found.push({ day, word });
  }
  return found;
}

/** How much of the plan is looked at at once. */
export const zooms = ['year', 'quarter', 'month'] as const;
export type Zoom = (typeof zooms)[number];
/** ISO days, both included; `before` and `after` are days in the stretches beside it, null where a year has no four digits any more. */
export type Stretch = { readonly from: string; readonly to: string; readonly before: string | null; readonly after: string | null };

/** The calendar year, quarter or month in which an ISO day lies. */
export function stretchOf(zoom: Zoom, day: string): Stretch {
  const months = monthsOf[zoom];
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = year * 12 + Math.floor((month - 1) / months) * months;
  return { from: firstOf(first) ?? day, to: lastBefore(first + months), before: firstOf(first - months), after: firstOf(first + months) };
}

const monthsOf: Record<Zoom, number> = { year: 12, quarter: 3, month: 1 };

/** The first day of a month, counted from the year 0. */
function firstOf(month: number): string | null {
  const year = Math.floor(month / 12);
  return year < 1 || year > 9999 ? null : `${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}-01`;
}

function lastBefore(month: number): string {
  const next = firstOf(month);
  return next ? new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10) : '9999-12-31';
}

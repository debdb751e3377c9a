import type { FuzzyDate } from '#db/columns.ts';

/** One line of the drawing: what was planned and what came of it, each as exact as it is known. */
export type Lane = { readonly id: string; readonly number: number | null; readonly planned: Span | null; readonly actual: Span | null };
/** ISO days, both included; the same day twice where the day is known. */
export type Span = { readonly from: string; readonly to: string };
export type Scale = { readonly x: (day: string) => number; readonly ticks: readonly { readonly x: number; readonly year: number }[] };

/** The days between which a date lies; null where one side is open, since it cannot be drawn then. */
export function spanOf(date: FuzzyDate | null): Span | null {
  return date?.earliest && date.latest ? { from: date.earliest, to: date.latest } : null;
}

/** From one date to another, such as the term of a project; null where either is unknown. */
export function spanBetween(start: FuzzyDate | null, end: FuzzyDate | null): Span | null {
  const [from, to] = [start?.earliest, end?.latest];
  return from && to && from <= to ? { from, to } : null;
}

/** Days onto `width` pixels, whole years from the first to the last that any lane names; at most eight years are written. */
export function scaleOf(lanes: readonly Lane[], width: number): Scale | null {
  const days = lanes.flatMap(({ planned, actual }) => [planned, actual].flatMap((span) => (span ? [span.from, span.to] : []))).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const [from, to] = [yearOf(first), yearOf(last) + 1];
  const [start, end] = [Date.parse(`${pad(from)}-01-01`), Date.parse(`${pad(to)}-01-01`)];
  const x = (day: string) => Math.round(Math.min(1, Math.max(0, (Date.parse(day) - start) / (end - start))) * width * 10) / 10;
  const step = Math.ceil((to - from) / 8);
  const ticks = Array.from({ length: Math.ceil((to - from) / step) }, (_, place) => from + place * step).map((year) => ({ year, x: x(`${pad(year)}-01-01`) }));
  return { x, ticks };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}

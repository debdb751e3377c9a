import { belgradeInstant } from '#messages/dates.ts';

/** To where the clock is put: how many milliseconds it is then ahead of the machine's, and for how long it is looked at there. */
export type Jump = { readonly name: string; readonly lasts: number; apart(): number };

const [hour, day] = [3_600_000, 86_400_000];
/** Long enough to go over the moment that lies ten seconds ahead. */
const over = 13_000;

/** The jumps of a trial that begins now: by hours and days, and to ten seconds before the moments at which calendars go wrong. */
export function jumps(now: Date): Jump[] {
  const year = now.getUTCFullYear();
  const leap = year + 4 - (year % 4);
  const before = (name: string, instant: number): Jump => ({ name, lasts: over, apart: () => instant - 10_000 - Date.now() });
  return [
    { name: 'an hour ahead', lasts: 3_000, apart: () => hour },
    { name: 'an hour behind', lasts: 3_000, apart: () => -hour },
    { name: 'a day ahead', lasts: 3_000, apart: () => day },
    { name: 'a day behind', lasts: 3_000, apart: () => -day },
    before('new year', midnight(`${year + 1}-01-01`)),
    before('an hour left out', Date.parse(`${lastSunday(year + 1, 3)}T01:00:00Z`)),
    before('an hour repeated', Date.parse(`${lastSunday(year + 1, 10)}T01:00:00Z`)),
    before('29 February begins', midnight(`${leap}-02-29`)),
    before('29 February ends', midnight(`${leap}-03-01`)),
  ];
}

/** Days that are easily kept as another one: around new year, on both days on which the clock is changed, and one that only some years have. */
export const writtenDays = ['2026-12-31', '2027-01-01', '2027-03-28', '2027-10-31', '2028-02-29', '2028-03-01'] as const;

function midnight(iso: string): number {
  const instant = belgradeInstant(iso, '00:00');
  if (!instant) throw new Error(`${iso} has no midnight in Belgrade.`);
  return instant.getTime();
}

/** The day on which Europe changes its clocks in March or October, at 01:00 UTC (Directive 2000/84/EC). */
function lastSunday(year: number, month: 3 | 10): string {
  const last = new Date(Date.UTC(year, month, 0));
  return new Date(last.getTime() - last.getUTCDay() * day).toISOString().slice(0, 10);
}

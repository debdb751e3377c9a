/** Arithmetic of calendar days as ISO text, in UTC so that no change of the clock moves a day. */

/** The last and the first day that an ISO day can write: what lies beyond is reckoned as never over, and as long past. */
const [lastDay, firstDay] = ['9999-12-31', '0001-01-01'] as const;

/** The same day of the month so many months later (or earlier), or the month's last day where it has none. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const last = dateOf(year, month + months, 0).getUTCDate();
  return iso(dateOf(year, month - 1 + months, Math.min(date, last)));
}

export function addDays(day: string, days: number): string {
  const [year, month, date] = parts(day);
  return iso(dateOf(year, month - 1, date + days));
}

/** Whole days from one to the other; negative where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Months between the two months, whatever their days. */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [parts(from), parts(to)];
  return (b[0] - a[0]) * 12 + b[1] - a[1];
}

function parts(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

/** `Date.UTC` takes the years 0 to 99 for those of the last century; the setter does not. Months count from 0. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}

/** Days sort as text, so none may be written with more than four digits of the year. */
function iso(date: Date): string {
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year > 9999) return lastDay;
  return year < 1 ? firstDay : date.toISOString().slice(0, 10);
}

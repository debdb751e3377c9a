/** Arithmetic of calendar days as ISO text, in UTC so that no change of the clock moves a day. */

/** The same day of the month so many months later (or earlier), or the month's last day where it has none. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return iso(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))));
}

export function addDays(day: string, days: number): string {
  const [year, month, date] = parts(day);
  return iso(new Date(Date.UTC(year, month - 1, date + days)));
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

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

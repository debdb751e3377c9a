import type { FuzzyDate } from '#db/columns.ts';

/** Days by which two dates of one agreement may differ: signed in one place, in force or printed later. */
const apart = 90;

/** Whether two dates of one agreement may lie within the days that are allowed; one that nobody knows may be any. */
export function nearInTime(one: FuzzyDate | null, other: { earliest: string | null; latest: string | null }): boolean {
  if (!one?.earliest || !one.latest || !other.earliest || !other.latest) return true;
  return moved(one.earliest, -apart) <= other.latest && other.earliest <= moved(one.latest, apart);
}

function moved(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

import { writeWithin, type DateStyle } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Standing } from '#office/agreement/standing.ts';

/** Until when an agreement that is not over holds: the end that comes by itself or by a notice, else that of the running period; as exactly as it is known. */
export function holdsUntil({ endsWithin, period }: Pick<Standing, 'endsWithin' | 'period'>, form: WrittenForm, style: DateStyle): string | null {
  const end = endsWithin ?? period?.endsOn;
  return end ? writeWithin(end, form, style) : null;
}

/** Whether the day on which it ends is known. */
export function isEndExact({ endsWithin }: Pick<Standing, 'endsWithin'>): boolean {
  return endsWithin !== null && endsWithin.earliest === endsWithin.latest;
}

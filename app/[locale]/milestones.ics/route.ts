import { feedAnswer, type FeedContext } from '#app/feeds/answer.ts';
import { calendar } from '#app/feeds/calendar.ts';
import { entriesOf } from '#app/feeds/dates.ts';
import { belgradeToday } from '#messages/dates.ts';
import { datesOf } from '#office/chronicle/dates.ts';

export const dynamic = 'force-dynamic';

/** How many dates to come, and how many past ones, a calendar is given. */
const limit = 500;

/** The milestones of the office whose dates a calendar can show. */
export function GET(_request: Request, context: FeedContext): Promise<Response> {
  return feedAnswer(context, 'text/calendar; charset=utf-8', async (place) => calendar(entriesOf(await datesOf(belgradeToday(new Date()), limit), place.form), place));
}

import { feedAnswer, type FeedContext } from '#app/feeds/answer.ts';
import { calendar } from '#app/feeds/calendar.ts';
import { entriesOf } from '#app/feeds/milestones.ts';
import { listMilestones } from '#office/milestone/read.ts';
import { visitor } from '#office/viewer.ts';

export const dynamic = 'force-dynamic';

/** The milestones whose dates a calendar can show. */
export function GET(_request: Request, context: FeedContext): Promise<Response> {
  return feedAnswer(context, 'text/calendar; charset=utf-8', async (place) => {
    const { lines } = await listMilestones(visitor, { perPage: 1_000 });
    return calendar(entriesOf(lines, place.form), place);
  });
}

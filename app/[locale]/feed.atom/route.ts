import { feedAnswer, type FeedContext } from '#app/feeds/answer.ts';
import { atomFeed, feedLength } from '#app/feeds/atom.ts';
import { latestInRegister } from '#office/register/latest.ts';

export const dynamic = 'force-dynamic';

/** What the register last published, corrected or withdrew. */
export function GET(_request: Request, context: FeedContext): Promise<Response> {
  return feedAnswer(context, 'application/atom+xml; charset=utf-8', async (place) => atomFeed(await latestInRegister(feedLength), place));
}

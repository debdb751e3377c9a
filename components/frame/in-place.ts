import { isPersonal, pagePlace } from '#components/place.ts';

/**
 * Whether a link from one address to another stays within the workspace in one written form, so that only what changes need be
 * drawn. The same page with another query is loaded whole: its fields show what the query says. Handlers answer with no page. What is
 * typed on personal pages is kept nowhere, so they are documents of their own, which the browser's way back asks about before it leaves.
 */
export function isDrawnInPlace(from: string, to: string): boolean {
  const [here, there] = [new URL(from), new URL(to)];
  const frame = /^\/[^/]+\/workspace(?=\/|$)/.exec(here.pathname)?.[0];
  if (!frame || here.origin !== there.origin || here.pathname === there.pathname) return false;
  return (there.pathname === frame || there.pathname.startsWith(`${frame}/`)) && !noPage.test(there.pathname.slice(frame.length)) && !isPersonal(pagePlace(there.pathname));
}

const noPage = /^\/(?:find|near|palette\/hits|tables\/[^/]+\/csv|import\/[^/]+\/wrong|import\/templates\/.*|proposals\/[^/]+\/files\/.*)$/;

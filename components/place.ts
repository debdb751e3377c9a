/** By this parameter a page is asked to open its form with what was typed and not sent. */
export const resumeParameter = 'unsent';

/** The address of a page below its written form, with its query, by which unsent forms are known: `/workspace/milestones/new?project=…`. */
export function pagePlace(address: string): string {
  const [path = '', query = ''] = address.split('?', 2);
  const asked = new URLSearchParams(query);
  asked.delete(resumeParameter);
  const below = `/${path.split('/').slice(2).join('/')}`;
  return asked.size > 0 ? `${below}?${asked.toString()}` : below;
}

/** Whether the page was asked to go on with what was not sent. */
export function isResumed(address: string): boolean {
  return new URLSearchParams(address.split('?', 2)[1] ?? '').has(resumeParameter);
}

/** Whether forms of this page are kept: those of people, and of oneself, are not. */
export function isKept(page: string): boolean {
  return page.startsWith('/workspace/') && !isPersonal(page);
}

/** Pages of people and of oneself: their forms hold what is personal, and secrets. */
export function isPersonal(page: string): boolean {
  return /^\/workspace\/(?:people|me)(?:[/?]|$)/.test(page);
}

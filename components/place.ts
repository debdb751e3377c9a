/** By this parameter a page is asked to open its form with what was typed and not sent. */
export const resumeParameter = 'unsent';

/** What a refusal without scripts adds to the address of its form; the form is the same one. */
const ofRefusal = ['status', 'issue', 'chosen'];

/** By this parameter the form of a record says that what was sent for its double, merged into it meanwhile, is kept with it. */
export const mergedParameter = 'merged';

/** The version with which such a text is kept: no record has it, so that the fields of the one that stays and the typed ones stand side by side. */
export const noRecordsVersion = '0';

/** The address of a page below its written form, with its query, by which unsent forms are known: `/workspace/milestones/new?project=…`. */
export function pagePlace(address: string): string {
  const [path = '', query] = without(address, [resumeParameter, mergedParameter, ...ofRefusal]).split('?', 2);
  const below = `/${path.split('/').slice(2).join('/')}`;
  return query ? `${below}?${query}` : below;
}

/** Whether the reader was brought here from the form of a double. */
export function isFromDouble(address: string): boolean {
  return new URLSearchParams(address.split('?', 2)[1] ?? '').has(mergedParameter);
}

/** Whether the page was asked to go on with what was not sent. */
export function isResumed(address: string): boolean {
  return new URLSearchParams(address.split('?', 2)[1] ?? '').has(resumeParameter);
}

/** How an unsent text is named in the address that opens its form with it, where there are several of one form: the beginning of its one-time id. */
export function markOf(typed: { readonly request?: readonly string[] | undefined }): string {
  return typed.request?.[0]?.slice(0, markLength) || '1';
}
const markLength = 8;

/** The text that the address asks for, else the newest; `those` the newest first. */
export function askedFor<T extends { readonly typed: { readonly request?: readonly string[] | undefined } }>(address: string, those: readonly T[]): readonly T[] {
  const mark = new URLSearchParams(address.split('?', 2)[1] ?? '').get(resumeParameter) ?? '';
  return mark.length === markLength ? those.toSorted((one, other) => Number(markOf(other.typed) === mark) - Number(markOf(one.typed) === mark)) : those;
}

/** The address below the written form that opens a page with its unsent text; `page` as `pagePlace` has it. */
export function resumedAt(page: string, mark = '1'): string {
  return `?${new URLSearchParams([...new URLSearchParams(page.split('?', 2)[1] ?? ''), [resumeParameter, mark]]).toString()}`;
}

/** The address without the wish to go on with an unsent text. */
export function startedAnew(address: string): string {
  return without(address, [resumeParameter]);
}

function without(address: string, names: readonly string[]): string {
  const [path = '', query = ''] = address.split('?', 2);
  const asked = new URLSearchParams(query);
  for (const name of names) asked.delete(name);
  return asked.size > 0 ? `${path}?${asked.toString()}` : path;
}

/** Whether forms of this page are kept: those of people, and of oneself, are not. */
export function isKept(page: string): boolean {
  return page.startsWith('/workspace/') && !isPersonal(page);
}

/** Pages of people and of oneself: their forms hold what is personal, and secrets. */
export function isPersonal(page: string): boolean {
  return /^\/workspace\/(?:people|me)(?:[/?]|$)/.test(page);
}

import type { Kept } from '#components/kept.tsx';

/** What narrows and orders a list, as its address has it: parameters in their order, each with its values. */
export type AskedList = Kept;

/**
 * The address of a list as asked, with `changed` parameters put in the place of those that stood (no values: taken out).
 * The page is left out unless it is what changes, since another list has other pages.
 */
export function listAddress(action: string, asked: AskedList, changed: AskedList = {}): string {
  const { page: _page, ...stays } = asked;
  const query = new URLSearchParams(Object.entries({ ...stays, ...changed }).flatMap(([name, values]) => values.map((value) => [name, value])));
  return query.size ? `${action}?${query}` : action;
}

/** The address without this one value: what the removal of a chip leads to. */
export function addressWithout(action: string, asked: AskedList, name: string, value: string): string {
  return listAddress(action, asked, { [name]: (asked[name] ?? []).filter((one) => one !== value) });
}

/** What a form carries along as hidden fields: all that was asked but the page and the parameters that the form itself sends. */
export function keptBut(asked: AskedList, ...sent: readonly string[]): Kept {
  return Object.fromEntries(Object.entries(asked).filter(([name, values]) => name !== 'page' && values.length > 0 && !sent.includes(name)));
}

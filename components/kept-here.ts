import { holdsPersons, keptDays, keptDaysOfPersons } from '#office/draft/draft.ts';
import type { FormValues } from '#office/outcome.ts';

/** What this browser alone keeps of a form, under the id of who typed it: only he is ever shown it, and the server has it as soon as it answers. */
export type Here = { readonly at: string; readonly typed: FormValues };

/** False where the browser keeps nothing: a private window, a full store, or one that was switched off. */
export function keepHere(who: string, place: string, typed: FormValues): boolean {
  try {
    localStorage.setItem(key(who, place), JSON.stringify({ at: new Date().toISOString(), typed }));
    return true;
  } catch {
    return false;
  }
}

export function forgetHere(who: string, place: string): void {
  try {
    localStorage.removeItem(key(who, place));
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

/** What this browser kept of a form of this person; what is older than the server would keep it is thrown away. */
export function keptHere(who: string, place: string): Here | null {
  try {
    const held = JSON.parse(localStorage.getItem(key(who, place)) ?? 'null') as Here | null;
    if (!held || typeof held.at !== 'string' || typeof held.typed !== 'object') return null;
    const days = holdsPersons(held.typed) ? keptDaysOfPersons : keptDays;
    if (Date.now() - Date.parse(held.at) < days * 86_400_000) return held;
    forgetHere(who, place);
    return null;
  } catch {
    return null;
  }
}

function key(who: string, place: string): string {
  return `povelja.unsent ${who} ${place}`;
}

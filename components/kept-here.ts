import { holdsPersons, keptDays, keptDaysOfPersons } from '#office/draft/draft.ts';
import type { FormValues } from '#office/outcome.ts';

/** What this browser alone keeps of a form, under the id of who typed it: only he is ever shown it, and the server has it as soon as it answers. */
export type Here = { readonly at: string; readonly typed: FormValues };

/** False where the browser keeps nothing: a private window, a full store, or one that was switched off. Each window keeps its own text of a form. */
export function keepHere(who: string, place: string, typed: FormValues): boolean {
  try {
    localStorage.setItem(key(who, place, typed), JSON.stringify({ at: new Date().toISOString(), typed }));
    return true;
  } catch {
    return false;
  }
}

/** Forgets the text of this opening of the form, and of the one with whose text it was gone on. */
export function forgetHere(who: string, place: string, typed: FormValues): void {
  try {
    localStorage.removeItem(key(who, place, typed));
    if (typed.resumed) localStorage.removeItem(key(who, place, { request: typed.resumed }));
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

/** What this browser kept of this opening of a form. */
export function keptHere(who: string, place: string, typed: FormValues): Here | null {
  return heldUnder(key(who, place, typed));
}

/** What it kept of the form in any window of this person, the newest first; what is older than the server would keep it is thrown away. */
export function allKeptHere(who: string, place: string): readonly Here[] {
  try {
    const keys = Object.keys(localStorage).filter((name) => name === key(who, place, {}) || name.startsWith(`${key(who, place, {})} `));
    return keys.flatMap((name) => heldUnder(name) ?? []).toSorted((one, other) => (one.at < other.at ? 1 : -1));
  } catch {
    return [];
  }
}

function heldUnder(name: string): Here | null {
  try {
    const held = JSON.parse(localStorage.getItem(name) ?? 'null') as Here | null;
    if (!held || typeof held.at !== 'string' || typeof held.typed !== 'object') return null;
    const days = holdsPersons(held.typed) ? keptDaysOfPersons : keptDays;
    if (Date.now() - Date.parse(held.at) < days * 86_400_000) return held;
    localStorage.removeItem(name);
    return null;
  } catch {
    return null;
  }
}

function key(who: string, place: string, { request }: FormValues): string {
  return [`povelja.unsent ${who} ${place}`, ...(request?.[0] ? [request[0]] : [])].join(' ');
}

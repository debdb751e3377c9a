import type { FormValues } from '#office/outcome.ts';

/** What a person has typed into a form and not sent. Not a record of the office, and no *draft* of publication. */
export type Draft = {
  /** The address of the form below its written form, with what tells it apart from others of its page (`/workspace/agreements/…/edit#agreement`). */
  readonly place: string;
  /** The version of the record that the form was opened with; null where it has none. */
  readonly baseVersion: number | null;
  readonly typed: FormValues;
  readonly savedAt: Date;
};

/** Days after which what was never sent is swept away. */
export const keptDays = 30;
/** The same, where it holds a contact's name, e-mail or telephone: who is no colleague is not kept on a desk for a month (ZZPL, article 5). */
export const keptDaysOfPersons = 3;

/** How such a field that is filled in reads in the JSON of what was typed, and in the JSON of the form as it was opened within that; for Postgres as well. */
export const personsSaid = String.raw`contacts[.][0-9]+[.](?:name|email|phone)\\?": ?\[\\?"(?!\\?"\])`;

export function holdsPersons(typed: FormValues): boolean {
  return new RegExp(personsSaid).test(JSON.stringify(typed));
}
/** How many unsent forms a person may have; the oldest make room. */
export const mostDrafts = 100;
/** The largest draft, in characters of JSON: the largest form filled to its limits has a third of it. */
export const largestDraft = 600_000;

const placeShape = /^\/workspace\/[a-z0-9/-]{1,200}(?:\?[\w.~%&=+-]{1,300})?(?:#[A-Za-z][\w.-]{0,59})?$/;

/** Whether forms at this place are kept. The forms of people and of oneself never are: they hold what is personal, and secrets. */
export function isKeptPlace(place: string): boolean {
  return placeShape.test(place) && !/^\/workspace\/(?:people|me)(?:\/|$|[?#])/.test(place);
}

/** Where a second window keeps its text of a form of which another text is kept already: beside it, so that neither takes the other's place. */
export function besidePlace(place: string): string {
  return `${besides(place)}${crypto.randomUUID().slice(0, 8)}`;
}

/** How the places begin that lie beside this one. */
export function besides(place: string): string {
  return place.includes('#') ? `${place}.w` : `${place}#w`;
}

/** The form that a text is of, wherever it lies. */
export function formPlace(place: string): string {
  return place.replace(/[.#]w[0-9a-f]{8}$/, '');
}

/** The one-time id of the opening of a form; empty where it has none. */
export function requestIn(typed: FormValues, of: 'request' | 'resumed' = 'request'): string {
  const text = typed[of]?.[0] ?? '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : '';
}

/**
 * The fields worth keeping, as Postgres can hold them: no password, nothing of Next's own, and none of the marks that a
 * form carries for one post only. Null where they are no form, or too many.
 */
export function keepable(typed: unknown): FormValues | null {
  if (typeof typed !== 'object' || typed === null || Array.isArray(typed)) return null;
  const fields = Object.entries(typed as Record<string, unknown>).filter(([name]) => !unkept.test(name));
  const sound = fields.length <= 5_000 && fields.every(([name, held]) => name.length <= 200 && Array.isArray(held) && held.every((text) => typeof text === 'string'));
  if (!sound) return null;
  const kept = Object.fromEntries(fields.map(([name, held]) => [plain(name), (held as string[]).map(plain)]));
  return JSON.stringify(kept).length <= largestDraft ? kept : null;
}

const unkept = /password|^\$ACTION|^(?:again|draft|holder|resumed)$/i;

function plain(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

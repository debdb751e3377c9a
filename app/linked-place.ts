import type { Place } from '#components/linked-data/place.ts';
import { textIn, type LocalText, type WrittenForm } from '#messages/local-text.ts';

/** Where a page stands and what it is called, for machines; `path` is what follows the written form („/networks/ecad“). */
export function placeOf(form: WrittenForm, path: string, { title, description }: { title: string; description: string }): Place {
  return { form, origin: process.env.PUBLIC_URL ?? '', path, title, description };
}

/** The same of a record's page. */
export function recordPlace(form: WrittenForm, path: string, { title, code, text }: { title: LocalText | null; code: string; text: LocalText | null }): Place {
  return placeOf(form, path, { title: textIn(title, form) || code, description: textIn(text, form) });
}

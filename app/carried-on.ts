import { isRegister, registers } from '#app/registers.ts';
import { dropOpening, keepDraft } from '#office/draft/write.ts';
import { formPlace, requestIn } from '#office/draft/draft.ts';
import { draftsAt, unsentForms } from '#office/draft/read.ts';
import { mergedInto } from '#office/forwarding.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Staff } from '#office/viewer.ts';
import { mergedParameter, noRecordsVersion } from '#components/place.ts';

/**
 * A form was sent for a record that was the double of another and has been merged into it meanwhile. What was typed is kept as an unsent
 * text of the same form of the record that stays, which offers it: the path of that form, below the written form. Null where
 * the form is of no such record, or is not kept; then it comes back as it was sent.
 */
export async function carriedOn(viewer: Staff, place: string | undefined, typed: FormValues): Promise<string | null> {
  const [, register = '', id = ''] = /^\/workspace\/([a-z]+)\/([0-9a-f-]{36})\//.exec(place ?? '') ?? [];
  const kept = place && isRegister(register) ? await mergedInto(viewer, registers[register].noun, id) : null;
  if (!place || !kept) return null;
  const onward = place.replaceAll(id, kept.id);
  const savedAt = await keepDraft(viewer.id, onward, { ...typed, version: [noRecordsVersion], ...(typed.id?.[0] === id ? { id: [kept.id] } : {}) });
  if (!(savedAt instanceof Date)) return null;
  for (const opening of ['request', 'resumed'] as const) await dropOpening(viewer.id, place, requestIn(typed, opening));
  const [path = '', query = ''] = (onward.split('#', 1)[0] ?? '').split('?', 2);
  return `${path}?${new URLSearchParams([...new URLSearchParams(query), [mergedParameter, 'on']]).toString()}`;
}

/**
 * What this person had typed into forms of a record that was merged meanwhile, and never sent, is brought to the forms of the record that stays. The path of
 * the form that holds the newest of it, as above; null where there is none.
 */
export async function broughtOver(viewer: Staff, register: string, id: string): Promise<string | null> {
  const begun = (await unsentForms(viewer)).filter(({ place }) => place.startsWith(`/workspace/${register}/${id}/`));
  const pages = [...new Set(begun.map(({ place }) => place.split('#', 1)[0] ?? ''))];
  const drafts = (await Promise.all(pages.map((page) => draftsAt(viewer, page)))).flat().toSorted((one, other) => one.savedAt.getTime() - other.savedAt.getTime());
  let newest: string | null = null;
  for (const { place, typed } of drafts) newest = await carriedOn(viewer, formPlace(place), typed) ?? newest;
  return newest;
}

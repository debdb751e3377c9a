import type { Publication, Verification } from '#db/columns.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { RowChoice } from '#office/rows.ts';
import type { Staff } from '#office/viewer.ts';

/** For whom a table is drawn, in which form and on which ISO day; `names` are those of colleagues, `works` those who work here now. */
export type Setting = {
  readonly form: WrittenForm; readonly viewer: Staff; readonly today: string;
  readonly names: ReadonlyMap<string, string>; readonly works: readonly { readonly id: string; readonly name: string }[];
};

/** `unoffered`: understood where an address says it, and drawn only there. */
export type Option = { readonly value: string; readonly label: string; readonly unoffered?: true };

/** One filter of a table: its parameter in the address, what of the choice it fills, and what may be chosen. */
export type Filter<C> = { readonly name: string; readonly fills: keyof C & string; readonly label: string } & (
  | { readonly as: 'choice'; readonly options: readonly Option[] }
  | { readonly as: 'year' | 'day' | 'tick' });

/** A closed list with the words of a namespace. */
export function choiceOf<C>(name: string, fills: keyof C & string, label: string, values: readonly string[], word: (value: string) => string): Filter<C> {
  return { name, fills, label, as: 'choice', options: values.map((value) => ({ value, label: word(value) })) };
}

const publications = ['draft', 'in_review', 'returned', 'approved', 'scheduled', 'published', 'withdrawn'] as const satisfies readonly Publication[];
const verifications = ['unverified', 'checked', 'disputed'] as const satisfies readonly Verification[];

/** The filters that every register has; `owner` only those whose records somebody keeps. */
export function keptFilters<C extends RowChoice>({ form, works, names, viewer }: Setting): Record<'publication' | 'verification' | 'owner' | 'createdBy' | 'changed' | 'incomplete', Filter<C>> {
  const t = words(form, 'record.table');
  const states = words(form, 'states');
  const here = new Set([viewer.id, ...works.map(({ id }) => id)]);
  // A view that was shared may name a colleague who has left since.
  const former = [...names].filter(([id]) => !here.has(id)).map(([value, label]): Option => ({ value, label, unoffered: true }));
  const people = [...works.filter(({ id }) => id !== viewer.id).map(({ id, name }): Option => ({ value: id, label: name })), ...former];
  return {
    publication: choiceOf('publication', 'publication', t('publication'), publications, (value) => states(`publication.${value}`)),
    verification: choiceOf('verification', 'verification', t('verification'), verifications, (value) => states(`verification.${value}`)),
    owner: { name: 'owner', fills: 'owner', label: t('owner'), as: 'choice', options: [{ value: 'me', label: t('me') }, { value: 'nobody', label: t('nobody') }, ...people] },
    createdBy: { name: 'drafted-by', fills: 'createdBy', label: t('draftedBy'), as: 'choice', options: [{ value: 'me', label: t('me') }, ...people] },
    changed: { name: 'changed-since', fills: 'changedSince', label: t('changedSince'), as: 'day' },
    incomplete: { name: 'incomplete', fills: 'incomplete', label: t('incomplete'), as: 'tick' },
  };
}

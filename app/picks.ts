import { getTranslations } from 'next-intl/server';
import type { WrittenForm } from '#messages/local-text.ts';
import { findRecords } from '#office/find/read.ts';
import { pickedAs, valueOf, wantedBy, type Pickable } from '#office/find/wanted.ts';
import { paperNames } from '#office/document/read.ts';
import { references } from '#office/reference.ts';
import { referred } from '#office/referred.ts';
import type { Viewer } from '#office/viewer.ts';

/** So many records that were worked on last stand in a form besides those that it names; all others are found while typing. */
const few = 8;

/**
 * What a picker is drawn with: the records that stand in the form, and a few that the viewer worked on last. One that stands
 * there though the viewer may not see it is offered without a name, so that saving does not lose it.
 */
export async function picks(viewer: Viewer, form: WrittenForm, what: Pickable, held: readonly (string | null | undefined)[] = [], but?: string) {
  const values = [...new Set(held)].filter((value): value is string => Boolean(value));
  const idOf = (value: string) => value.slice(value.indexOf(':') + 1);
  const ids = values.map(idOf);
  const [named, papers, lately] = await Promise.all([
    what === 'document' ? null : references(viewer, referred.flatMap((noun) => ids.map((id) => ({ noun, id })))),
    what === 'document' ? paperNames(viewer, ids) : null,
    findRecords(viewer, { q: '', ...wantedBy(what), limit: few + 1 }),
  ]);
  const unseen = (await getTranslations('record'))('unseen');
  const known = new Map([...(named ?? papers ?? [])]);
  const standing = values.map((value) => {
    const record = known.get(idOf(value));
    return { id: value, label: record ? pickedAs(what, record, form) : unseen };
  });
  const others = lately.filter(({ id }) => id !== but && !ids.includes(id)).slice(0, few);
  return [...standing, ...others.map((one) => ({ id: valueOf(what, one), label: pickedAs(what, one, form) }))];
}

import { folderOf, registerNames } from '#app/registers.ts';
import { placesOf } from '#app/side-places.ts';
import { nouns, permits, type Noun } from '#office/permission.ts';
import type { Staff } from '#office/viewer.ts';

/** A page of the workspace; `place` below the workspace. Its word is `palette.places.<key>`. */
export type Place = { readonly key: string; readonly place: string };

/** The pages of the workspace that this person may open, those for beginning something first. */
export function placesFor(viewer: Staff): Place[] {
  const drafts = nouns.filter((noun) => permits(viewer, `${noun}.draft`, null));
  return [
    ...drafts.map((noun: Noun) => ({ key: `new.${noun}`, place: `/${folderOf(noun)}/new` })),
    { key: 'desk', place: '' },
    ...registerNames.map((name) => ({ key: name, place: `/${name}` })),
    ...(['week', 'overdue', 'unowned', 'timeline'] as const).map((view) => ({ key: view, place: `/milestones/${view}` })),
    { key: 'proposals', place: '/proposals' },
    ...placesOf(viewer).map((name) => ({ key: name, place: `/${name}` })),
    ...(permits(viewer, 'person.invite', null) ? [{ key: 'newPerson', place: '/people/new' }] : []),
    { key: 'me', place: '/me' },
    { key: 'rights', place: '/rights' },
    { key: 'help', place: '/help' },
  ];
}

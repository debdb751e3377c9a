import { textIn, type LocalText, type WrittenForm } from '#messages/local-text.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { referred } from '#office/referred.ts';

/** What a picker looks for: a record of one noun, a network among the organisations, a record of any noun that others name, or one that a role is given for. */
export const pickable = [...nouns, 'network', 'record', 'scope'] as const;
export type Pickable = (typeof pickable)[number];

export function isPickable(text: string): text is Pickable {
  return pickable.some((one) => one === text);
}

/** The question that `findRecords` is asked for a picker. */
export function wantedBy(what: Pickable): { nouns: readonly Noun[]; kind?: 'network' } {
  if (what === 'network') return { nouns: ['organisation'], kind: 'network' };
  if (what === 'record' || what === 'scope') return { nouns: referred };
  return { nouns: [what] };
}

/** What a form posts for a chosen record: its id, and where any noun may be chosen, the noun before it. */
export function valueOf(what: Pickable, record: { readonly noun: string; readonly id: string }): string {
  return what === 'record' || what === 'scope' ? `${record.noun}:${record.id}` : record.id;
}

/** The noun under which what was not found may be laid down on the spot; null where that needs more than a name. */
export function draftedBy(what: Pickable): 'organisation' | 'programme' | 'project' | 'agreement' | null {
  if (what === 'network') return 'organisation';
  return what === 'organisation' || what === 'programme' || what === 'project' || what === 'agreement' ? what : null;
}

/** The words of a record in a picker: organisations go by name alone, all else by name and code. */
export function pickedAs(what: Pickable, record: { readonly name: LocalText | null; readonly code: string }, form: WrittenForm): string {
  const name = textIn(record.name, form);
  if (!name) return record.code;
  return what === 'organisation' || what === 'network' ? name : `${name} (${record.code})`;
}

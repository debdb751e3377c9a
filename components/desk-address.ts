import type { WrittenForm } from '#messages/local-text.ts';

const folders: Readonly<Record<string, string>> = {
  organisation: 'partners', membership: 'networks', programme: 'programmes', project: 'projects', agreement: 'agreements', milestone: 'milestones', document: 'documents',
};

/** Where the workspace keeps the record of this noun and id. */
export function deskAddress(form: WrittenForm, noun: string, id: string): string {
  return `/${form}/workspace/${folders[noun] ?? ''}/${id}`;
}

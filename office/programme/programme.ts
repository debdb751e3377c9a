import type { LocalText } from '#messages/local-text.ts';

export { partnerRoles } from '#office/vocabulary.ts';

/** IATI OrganisationRole as a form posts it: 1 funding, 2 accountable, 3 extending, 4 implementing. */
export const iatiRoles = ['1', '2', '3', '4'] as const;

/** What stands for the programme where room is short. */
export function shortName(programme: { name: LocalText | null; acronym: LocalText | null }): LocalText | null {
  return programme.acronym ?? programme.name;
}

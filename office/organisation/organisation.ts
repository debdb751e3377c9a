import type { LocalText } from '#messages/local-text.ts';

/** Vocabulary of DOMAIN section 2. */
export const organisationKinds = [
  'local_government', 'network', 'donor_agency', 'multilateral', 'ministry', 'ngo', 'university', 'company', 'embassy', 'regional_agency', 'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const networkLevels = ['international', 'national'] as const;

/** Where a record of this kind stands for the public: a network under /networks, all others under /partners. */
export function publicFolder(kind: string | null): 'networks' | 'partners' {
  return kind === 'network' ? 'networks' : 'partners';
}

/** The prefix of its code, after the Serbian word. */
export function codePrefix(kind: string | null): string {
  return kind === 'network' ? 'NI-MRE' : 'NI-ORG';
}

/** What stands for the organisation where room is short. */
export function shortName(organisation: { name: LocalText | null; acronym: LocalText | null }): LocalText | null {
  return organisation.acronym ?? organisation.name;
}

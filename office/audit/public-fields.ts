import type { Difference } from './difference.ts';

/** Columns that stand on public pages, by table. What is not named here is never told, so a new column stays unsaid until somebody names it. */
const columns: Record<string, readonly string[]> = {
  agreement: [
    'title', 'summary', 'type', 'procedure', 'binding', 'fields', 'sectors', 'sdgs', 'registryNo', 'signedAt', 'inForceRule', 'validFrom', 'validTo',
    'termMonths', 'renewal', 'renewalMonths', 'noticeMonths', 'authenticLanguages', 'money', 'completeness', 'sources',
  ],
  organisation: [
    'name', 'acronym', 'kind', 'country', 'place', 'latitude', 'longitude', 'description', 'note', 'website', 'externalIds', 'parentId', 'successorOfId', 'level', 'scope',
    'benefit',
    'legalForm', 'founded', 'reformed', 'seatCountry', 'memberCount', 'countryCount', 'sdgs', 'sources',
  ],
  membership: ['joinedEvent', 'joinedPlace', 'legalBasis', 'fee', 'feePeriod', 'benefit', 'endedReason', 'sources'],
  programme: [
    'name', 'acronym', 'instrument', 'purpose', 'objectives', 'eligible', 'priorityAxes', 'periodFrom', 'periodTo', 'cci', 'countries', 'funderId', 'funderNote',
    'managingAuthorityId', 'nationalAuthorityId', 'jointSecretariat', 'amounts', 'sources',
  ],
  project: [
    'title', 'acronym', 'summary', 'objective', 'numbers', 'plannedStart', 'plannedEnd', 'actualStart', 'actualEnd', 'durationMonths', 'sectors', 'sdgs', 'places',
    'themes', 'components', 'results', 'ourRole', 'amounts', 'coFinancingPercent', 'partnerCount', 'website', 'programmeId', 'sources',
  ],
};

/** Rows that stand on public pages, under the name of their group in the form. Contacts are people, and are not among them. */
const groups: Record<string, string> = {
  agreement_party: 'parties', agreement_act: 'acts', agreement_link: 'links', agreement_project: 'projects', agreement_network: 'networks',
  membership_act: 'acts', representative: 'representatives', obligation: 'obligations', organisation_name: 'names', programme_partner: 'partners',
  project_partner: 'partners', project_act: 'acts',
};

/** The field that a difference is told under, or null where it is none of the public's. */
export function publicField({ table, field }: Pick<Difference, 'table' | 'field'>): string | null {
  return groups[table] ?? (columns[table]?.includes(field) ? field : null);
}

type Row = { tableName: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null };

/** The records at the other end of a link, which the public may not know of. */
export function farEnds({ tableName, before, after }: Row): { noun: 'agreement' | 'project' | 'organisation'; id: string }[] {
  const end = links[tableName];
  if (!end) return [];
  return [before, after].flatMap((row) => (typeof row?.[end.column] === 'string' ? [{ noun: end.noun, id: row[end.column] as string }] : []));
}

const links: Record<string, { noun: 'agreement' | 'project' | 'organisation'; column: string }> = {
  agreement_link: { noun: 'agreement', column: 'other_id' }, agreement_project: { noun: 'project', column: 'project_id' },
  agreement_network: { noun: 'organisation', column: 'network_id' },
};

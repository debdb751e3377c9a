/** Codes of DOMAIN section 4 that more than one noun uses; their words are in the messages under `vocabulary`. */
export const sdgs = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17'] as const;

/** OECD DAC purpose codes in use; the rest comes by import. */
export const sectors = ['15112', '21010', '32161'] as const;

/** Cooperation fields as the City names them. */
export const cooperationFields = [
  'economy', 'tourism', 'utilities', 'art_and_culture', 'youth', 'citizen_participation', 'sustainable_development',
  'local_public_services', 'local_economic_development', 'social_inclusion',
] as const;

/** Roles of an organisation in a project or programme. */
export const partnerRoles = ['lead', 'partner', 'associated', 'funder', 'accountable', 'implementing', 'contractor', 'beneficiary'] as const;

/** IATI OrganisationRole: 1 funding, 2 accountable, 3 extending, 4 implementing. */
export const iatiRoleOf: Partial<Record<(typeof partnerRoles)[number], 1 | 2 | 3 | 4>> = {
  funder: 1, accountable: 2, implementing: 4, contractor: 4, lead: 4,
};

import { sdgs, sectors } from '#office/vocabulary.ts';

/**
 * From the words of the facts to the register's own vocabularies, after DOMAIN section 4. A word that
 * is not here must stop the laying down: `mapped` throws rather than guess.
 */
export const organisationKinds = {
  local_government: 'local_government',
  multilateral_donor: 'multilateral',
  diplomatic_mission: 'embassy',
  bilateral_agency: 'donor_agency',
  private_company: 'company',
  regional_development_agency: 'regional_agency',
  foreign_ngo: 'ngo',
} as const;

export const networkLevels = {
  international_network: 'international',
  national_network: 'national',
  national_association: 'national',
} as const;

export const countQualifiers = { exact: 'exact', over: 'over', more_than: 'over' } as const;

/** The act that makes an imported membership active; its verification is `unverified` in every case. */
export const membershipActs = { member: 'joined', member_implied: 'joined' } as const;

/** Roles of partners; a word that the register has no role for becomes partner, its own word kept in a note. */
export const partnerRoles = {
  funder: 'funder',
  contracting_authority: 'accountable',
  consortium_lead: 'implementing',
  consortium_member: 'implementing',
  implementer: 'implementing',
  beneficiary: 'beneficiary',
  partner: 'partner',
  participant: 'partner',
  development_centre: 'partner',
  municipal_partner: 'partner',
  cluster_manager: 'partner',
} as const;

export const agreementTypes = {
  memorandum_of_understanding: 'memorandum_of_understanding',
  intermunicipal_cooperation_agreement: 'intermunicipal_cooperation_agreement',
  cooperation_agreement: 'cooperation_agreement',
} as const;

/**
 * The procedure is not in the facts. Municipalities of one state follow art. 88–88d of the Law on local
 * self-government; the other two take the City into a project or programme that a donor pays for.
 */
export const agreementProcedures = {
  memorandum_of_understanding: 'donor',
  intermunicipal_cooperation_agreement: 'domestic_intermunicipal',
  cooperation_agreement: 'donor',
} as const;

export const milestoneKinds = {
  network_accession: 'network_accession',
  agreement_signed: 'agreement_signed',
  project_event: 'project_event',
} as const;

/** Throws on a word of the facts for which the register has none. */
export function mapped<T extends string>(mapping: Readonly<Record<string, T>>, word: string): T {
  const found = Object.hasOwn(mapping, word) ? mapping[word] : undefined;
  if (found === undefined) throw new Error(`The facts use a word that the register does not know: ${word}`);
  return found;
}

/** Goals of sustainable development that the facts suggest, as the register's codes. */
export function suggestedGoals(numbers: readonly number[] | undefined): (typeof sdgs)[number][] {
  return sdgs.filter((goal) => numbers?.includes(Number(goal)));
}

/** The OECD DAC purpose code that the facts suggest. Throws on one that is not in the register's list. */
export function suggestedSector(code: string): (typeof sectors)[number][] {
  const held = sectors.filter((sector) => sector === code);
  if (held.length === 0) throw new Error(`The facts use a purpose code that the register does not know: ${code}`);
  return held;
}

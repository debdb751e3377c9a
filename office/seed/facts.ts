import raw from './facts.json' with { type: 'json' };

/** The office's records as facts; where a key is missing or null, the office does not know. */
export const facts: Facts = raw;

export type Facts = {
  organisations: readonly OrganisationFacts[];
  networks: readonly NetworkFacts[];
  programmes: readonly ProgrammeFacts[];
  projects: readonly ProjectFacts[];
  agreements: readonly AgreementFacts[];
  milestones: readonly MilestoneFacts[];
};

export type OrganisationFacts = { id: string; type: string; country?: string | null; self?: boolean };

export type CountFacts = { qualifier: string; value: number };

/** `founded`, `reformed` and `joined` are EDTF. */
export type NetworkFacts = {
  id: string;
  kind: string;
  founded: string | null;
  reformed?: string;
  hq: { country: string } | null;
  member_count: CountFacts | null;
  country_count: CountFacts | null;
  suggested_sdgs?: readonly number[];
  membership: { status: string; joined: string | null };
};

/** `value` is a whole number of the currency's main unit. */
export type AmountFacts = { value: number; currency: string; currency_inferred?: boolean };

export type PartnerFacts = { org: string; role: string; iati_organisation_role: number | null; inferred: boolean };

export type ProgrammeFacts = {
  id: string;
  funder: string;
  on_behalf_of?: string;
  countries?: readonly string[];
  partners?: readonly PartnerFacts[];
  amount: AmountFacts | null;
};

export type ProjectFacts = {
  id: string;
  programme?: string;
  phase?: number;
  duration?: { years: number };
  amount: AmountFacts | null;
  partners: readonly PartnerFacts[];
  partner_count?: CountFacts;
  suggested_dac_sector: string;
  suggested_sdgs: readonly number[];
};

export type AgreementFacts = {
  id: string;
  type: string;
  parties: readonly { org: string; inferred?: boolean }[];
  signed: string | null;
  projects: readonly string[];
};

/** Belongs to one of a network's membership, an agreement or a project. */
export type MilestoneFacts = {
  id: string;
  date: string | null;
  kind: string;
  network?: string;
  agreement?: string;
  project?: string;
};

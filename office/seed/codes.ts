/**
 * Codes of the starting records, keyed by the facts' id. A code is never reused and never changes, so
 * they are written out rather than counted: an entry added to the facts must not shift the others.
 * The facts' ids themselves are the permanent slugs.
 */
export const organisationCodes: Record<string, string> = {
  'grad-nis': 'NI-ORG-001',
  eu: 'NI-ORG-002',
  'eu-delegation': 'NI-ORG-003',
  gtz: 'NI-ORG-004',
  usaid: 'NI-ORG-005',
  'wyg-international': 'NI-ORG-006',
  'hcl-consultants': 'NI-ORG-007',
  'tribal-helm': 'NI-ORG-008',
  'oxford-policy-management': 'NI-ORG-009',
  'ora-jug': 'NI-ORG-010',
  'urban-institute': 'NI-ORG-011',
  doljevac: 'NI-ORG-012',
  merosina: 'NI-ORG-013',
  'gadzin-han': 'NI-ORG-014',
  'novi-sad': 'NI-ORG-015',
};

export const networkCodes: Record<string, string> = {
  ire: 'NI-MRE-001',
  b40: 'NI-MRE-002',
  avec: 'NI-MRE-003',
  ecad: 'NI-MRE-004',
  'energy-cities': 'NI-MRE-005',
  lhc: 'NI-MRE-006',
  naled: 'NI-MRE-007',
  skgo: 'NI-MRE-008',
};

/** Memberships of the City, keyed by the network's id. */
export const membershipCodes: Record<string, string> = {
  ire: 'NI-CLA-001',
  b40: 'NI-CLA-002',
  avec: 'NI-CLA-003',
  ecad: 'NI-CLA-004',
  'energy-cities': 'NI-CLA-005',
  lhc: 'NI-CLA-006',
  naled: 'NI-CLA-007',
  skgo: 'NI-CLA-008',
};

export const programmeCodes: Record<string, string> = {
  'cbc-bg-rs': 'NI-PRG-001',
  'rsedp-2': 'NI-PRG-002',
  mega: 'NI-PRG-003',
};

export const projectCodes: Record<string, string> = {
  'exchange-2': 'NI-PRO-001',
  transpower: 'NI-PRO-002',
  'klaster-sireva-jug': 'NI-PRO-003',
  'usaid-sldp': 'NI-PRO-004',
  'mega-phase-3': 'NI-PRO-005',
};

export const agreementCodes: Record<string, string> = {
  'mou-usaid-sldp': 'NI-MOR-001',
  'intermunicipal-nis-doljevac-merosina-gadzin-han': 'NI-MOS-001',
  'cooperation-urban-institute': 'NI-SAR-001',
};

export const milestoneCodes: Record<string, string> = {
  'm-ec-2003': 'NI-PRK-001',
  'm-ecad-2007': 'NI-PRK-002',
  'm-ire': 'NI-PRK-003',
  'm-b40': 'NI-PRK-004',
  'm-avec': 'NI-PRK-005',
  'm-mou': 'NI-PRK-006',
  'm-im': 'NI-PRK-007',
  'm-ui': 'NI-PRK-008',
  'm-centres': 'NI-PRK-009',
};

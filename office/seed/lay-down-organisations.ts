import { organisation } from '#db/schema/organisation.ts';
import type { OrganisationEntry } from '#office/organisation/entry.ts';
import { draft, publish } from '#office/organisation/write.ts';
import type { Given } from '#office/organisation/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { networkCodes, organisationCodes } from './codes.ts';
import { facts } from './facts.ts';
import type { NetworkFacts, OrganisationFacts } from './facts.ts';
import { mapped, networkLevels, organisationKinds, suggestedGoals } from './mapping.ts';
import { of, settle } from './settle.ts';
import type { Ids } from './settle.ts';
import { networkTexts } from './texts/networks.ts';
import type { NameTexts } from './texts/organisations.ts';
import { organisationTexts } from './texts/organisations.ts';
import { localText } from './texts/text.ts';
import { counted, dated, fromOfficeRecords, said, situated } from './values.ts';

/** Lays down the organisations and the networks; answers with their ids under the facts' own. */
export async function layDownOrganisations(): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const one of facts.organisations) {
    const given = { code: of(organisationCodes, one.id), slug: one.id, ...(one.self ? { isSelf: true as const } : {}) };
    ids.set(one.id, await layDown(organisationFrom(one), given));
  }
  for (const one of facts.networks) {
    ids.set(one.id, await layDown(networkFrom(one), { code: of(networkCodes, one.id), slug: one.id }));
  }
  return ids;
}

function layDown(entry: OrganisationEntry, given: Given & { code: string }): Promise<string> {
  return settle(organisation, {
    code: given.code,
    draft: () => draft(systemViewer, { entry, given }),
    publish: (id) => publish(systemViewer, { id }),
  });
}

function organisationFrom({ id, type, country }: OrganisationFacts): OrganisationEntry {
  const texts = of(organisationTexts, id);
  return {
    ...unknown,
    name: localText(texts.name),
    acronym: said(texts.acronym),
    kind: mapped(organisationKinds, type),
    country: country ?? null,
    place: said(texts.place),
    ...situated(said(texts.place), country ?? null),
    description: said(texts.description),
    note: said(texts.note),
    names: (texts.otherNames ?? []).map(furtherName),
    sources: fromOfficeRecords(),
  };
}

function networkFrom(network: NetworkFacts): OrganisationEntry {
  const texts = of(networkTexts, network.id);
  return {
    ...unknown,
    name: localText(texts.name),
    acronym: said(texts.acronym),
    kind: 'network',
    description: localText(texts.purpose),
    names: (texts.otherNames ?? []).map(furtherName),
    level: mapped(networkLevels, network.kind),
    scope: localText(texts.scope),
    benefit: said(texts.benefit),
    legalForm: said(texts.legalForm),
    founded: dated(network.founded),
    reformed: dated(network.reformed),
    seatCountry: network.hq?.country ?? null,
    memberCount: counted(network.member_count, texts.members),
    countryCount: counted(network.country_count, texts.countries),
    sdgs: suggestedGoals(network.suggested_sdgs),
    sources: fromOfficeRecords(),
  };
}

/** Neither a beginning nor an end of any name is in the facts. */
function furtherName({ name, acronym, note }: NameTexts): OrganisationEntry['names'][number] {
  return { id: null, name: localText(name), acronym: said(acronym), validFrom: null, validTo: null, note: said(note) };
}

const unknown = {
  contacts: [],
  country: null, place: null, latitude: null, longitude: null, note: null, website: null, externalIds: {}, parentId: null, successorOfId: null, level: null, scope: null,
  benefit: null, legalForm: null, founded: null, reformed: null, seatCountry: null, memberCount: null, countryCount: null,
  sdgs: [], englishWaived: null,
} satisfies Partial<OrganisationEntry>;

import { project } from '#db/schema/project.ts';
import type { ProjectEntry } from '#office/project/entry.ts';
import { draft, publish } from '#office/project/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { projectCodes } from './codes.ts';
import { facts } from './facts.ts';
import type { PartnerFacts, ProjectFacts } from './facts.ts';
import { mapped, partnerRoles, suggestedGoals, suggestedSector } from './mapping.ts';
import { idOf, of, settle } from './settle.ts';
import type { Ids } from './settle.ts';
import { projectTexts } from './texts/projects.ts';
import { localText } from './texts/text.ts';
import { amounts, counted, fromOfficeRecords, said } from './values.ts';

/** Lays down the projects; answers with their ids under the facts' own. */
export async function layDownProjects(organisations: Ids, programmes: Ids): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const one of facts.projects) {
    const code = of(projectCodes, one.id);
    const entry = entryFrom(one, organisations, programmes);
    ids.set(one.id, await settle(project, {
      code,
      draft: () => draft(systemViewer, { entry, given: { code, slug: one.id } }),
      publish: (id) => publish(systemViewer, { id }),
    }));
  }
  return ids;
}

/** No act is known of any project, so its state stays unknown. */
function entryFrom(one: ProjectFacts, organisations: Ids, programmes: Ids): ProjectEntry {
  const texts = of(projectTexts, one.id);
  return {
    title: localText(texts.title),
    acronym: said(texts.acronym),
    summary: localText(texts.summary),
    objective: said(texts.objective),
    durationMonths: one.duration ? one.duration.years * 12 : null,
    sectors: suggestedSector(one.suggested_dac_sector),
    sdgs: suggestedGoals(one.suggested_sdgs),
    places: (texts.places ?? []).map(localText),
    themes: (texts.themes ?? []).map(localText),
    components: (texts.components ?? []).map(localText),
    results: (texts.results ?? []).map(localText),
    ourRole: ourRole(one),
    amounts: amounts(one.amount, 'project_total', texts.amountNote),
    partnerCount: counted(one.partner_count, texts.partners),
    programmeId: one.programme ? idOf(programmes, one.programme) : null,
    phase: one.phase ?? null,
    partners: one.partners.map((partner) => partnerFrom(partner, texts.partnerNotes, organisations)),
    sources: fromOfficeRecords(),
    ...unknown,
  };
}

function partnerFrom(partner: PartnerFacts, notes: Record<string, Parameters<typeof localText>[0]> | undefined, organisations: Ids): ProjectEntry['partners'][number] {
  return {
    id: null,
    organisationId: idOf(organisations, partner.org),
    role: mapped(partnerRoles, partner.role),
    iatiRole: iatiRole(partner.iati_organisation_role),
    note: said(notes?.[partner.org]),
    inferred: partner.inferred,
    budgetShare: null,
    validFrom: null,
    validTo: null,
  };
}

function ourRole({ id, partners }: ProjectFacts): ProjectEntry['ourRole'] {
  const city = facts.organisations.find(({ self }) => self)?.id;
  const ours = partners.find(({ org }) => org === city);
  if (!ours) throw new Error(`The facts do not say what part the City has in ${id}`);
  return mapped(partnerRoles, ours.role);
}

function iatiRole(role: number | null): ProjectEntry['partners'][number]['iatiRole'] {
  const known = ([1, 2, 3, 4] as const).find((one) => one === role) ?? null;
  if (known !== role) throw new Error(`${role} is no IATI OrganisationRole`);
  return known;
}

const unknown = {
  numbers: {}, plannedStart: null, plannedEnd: null, actualStart: null, actualEnd: null, coFinancingPercent: null, website: null,
  englishWaived: null,
} satisfies Partial<ProjectEntry>;

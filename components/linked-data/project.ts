import type { FundingScheme, Organization, Project, Thing } from 'schema-dts';
import { textIn, type LocalText } from '#messages/local-text.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import type { ProgrammeRecord } from '#office/programme/read.ts';
import type { ProjectLine, ProjectRecord } from '#office/project/read.ts';
import { eventOf } from './event.ts';
import { organisationNamed } from './organisation.ts';
import { recordPage } from './page.ts';
import { addressAt, isoDate, nameOf, some, type Place } from './place.ts';

/** A project and its page. Amounts are left out: the vocabulary cannot say whose share they are. */
export function projectData(place: Place, project: ProjectRecord, milestones: readonly MilestoneLine[]): Thing[] {
  const id = nameOf(place, place.path);
  const { title, acronym, summary, objective, code, partners, programme, website, actualStart, actualEnd, themes } = project;
  const text = (one: LocalText | null) => textIn(one, place.form) || undefined;
  const within = (roles: readonly string[]) => partners.filter(({ role }) => roles.includes(role)).map(({ organisation }) => organisationNamed(place, organisation));
  const record: Project = {
    '@type': 'Project', '@id': id, name: text(title) ?? code, alternateName: text(acronym), description: text(summary) ?? text(objective), identifier: code,
    url: website ?? undefined, foundingDate: isoDate(actualStart), dissolutionDate: isoDate(actualEnd), keywords: some(themes.map((one) => text(one))),
    member: some(within(['lead', 'partner', 'associated', 'implementing', 'accountable', 'contractor', 'beneficiary'])), funder: some(within(['funder'])),
    parentOrganization: programme ? { '@type': 'FundingScheme', '@id': nameOf(place, `/programmes/${programme.slug}`), name: text(programme.name), url: addressAt(place, `/programmes/${programme.slug}`) } : undefined,
    event: some(milestones.map((one) => eventOf(place, one, id))),
  };
  return [recordPage(place, id, project), record];
}

/** A programme, its page, and the projects in it. */
export function programmeData(place: Place, programme: ProgrammeRecord, projects: readonly ProjectLine[]): Thing[] {
  const id = nameOf(place, place.path);
  const { name, acronym, purpose, code, partners, funder } = programme;
  const text = (one: LocalText | null) => textIn(one, place.form) || undefined;
  const record: FundingScheme = {
    '@type': 'FundingScheme', '@id': id, name: text(name) ?? code, alternateName: text(acronym), description: text(purpose), identifier: code,
    funder: organisationNamed(place, funder), member: some<Organization>(partners.map(({ organisation }) => organisationNamed(place, organisation))),
    subOrganization: some(projects.map((one) => ({ '@type': 'Project' as const, '@id': nameOf(place, `/projects/${one.slug}`), name: text(one.title) ?? one.code, url: addressAt(place, `/projects/${one.slug}`) }))),
  };
  return [recordPage(place, id, programme), record];
}

import { and, asc, eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation } from '#db/schema/organisation.ts';
import { programme, programmePartner } from '#db/schema/programme.ts';
import { project, projectPartner } from '#db/schema/project.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { DatedTie, TieKind } from './map.ts';

const partner = {
  id: organisation.id, slug: organisation.slug, name: organisation.name, acronym: organisation.acronym, kind: organisation.kind, place: organisation.place,
  country: organisation.country, latitude: organisation.latitude, longitude: organisation.longitude,
};
const ofProject = { id: project.id, slug: project.slug, name: project.title, acronym: project.acronym, actualStart: project.actualStart, plannedStart: project.plannedStart, actualEnd: project.actualEnd, plannedEnd: project.plannedEnd };
const ofProgramme = { id: programme.id, slug: programme.slug, name: programme.name, acronym: programme.acronym, periodFrom: programme.periodFrom, periodTo: programme.periodTo };

/** Partners of projects and programmes at their places, the places where projects work, the countries of programmes. */
export async function projectTies(viewer: Viewer): Promise<DatedTie[]> {
  const [inProjects, inProgrammes, working, areas] = await Promise.all([
    reader().select({ partner, role: projectPartner.role, record: ofProject }).from(projectPartner)
      .innerJoin(project, and(eq(project.id, projectPartner.projectId), sight(viewer, 'project', project)))
      .innerJoin(organisation, and(eq(organisation.id, projectPartner.organisationId), eq(organisation.isSelf, false), sight(viewer, 'organisation', organisation)))
      .orderBy(asc(project.code), asc(projectPartner.position)),
    reader().select({ partner, role: programmePartner.role, record: ofProgramme }).from(programmePartner)
      .innerJoin(programme, and(eq(programme.id, programmePartner.programmeId), sight(viewer, 'programme', programme)))
      .innerJoin(organisation, and(eq(organisation.id, programmePartner.organisationId), eq(organisation.isSelf, false), sight(viewer, 'organisation', organisation)))
      .orderBy(asc(programme.code), asc(programmePartner.position)),
    reader().select({ ...ofProject, places: project.places }).from(project).where(and(sight(viewer, 'project', project), sql`${project.places} <> '[]'`)).orderBy(asc(project.code)),
    reader().select({ ...ofProgramme, countries: programme.countries }).from(programme).where(and(sight(viewer, 'programme', programme), sql`${programme.countries} <> '{}'`)).orderBy(asc(programme.code)),
  ]);
  return [
    ...inProjects.map(({ partner: one, role, record }) => partnerTie(one, role, projectTie(record))),
    ...inProgrammes.map(({ partner: one, role, record }) => partnerTie(one, role, programmeTie(record))),
    ...working.flatMap(({ places, ...one }) => places.map((name) => ({ ...projectTie(one), what: 'work' as const, where: { ...nowhere, name } }))),
    ...areas.flatMap(({ countries, ...one }) => countries.map((country) => ({ ...programmeTie(one), what: 'area' as const, where: { ...nowhere, country } }))),
  ];
}

const nowhere = { name: null, country: null, latitude: null, longitude: null };
type Part = Omit<DatedTie, 'what' | 'where'>;
type Dates = Pick<typeof project.$inferSelect, 'actualStart' | 'plannedStart' | 'actualEnd' | 'plannedEnd'>;
type Named = Pick<typeof organisation.$inferSelect, 'slug' | 'name' | 'acronym'>;

function projectTie({ slug, name, acronym, actualStart, plannedStart, actualEnd, plannedEnd }: Named & Dates): Part {
  const held = { from: actualStart ?? plannedStart, to: actualEnd ?? plannedEnd, open: false };
  return { layer: 'projects', organisation: null, on: null, records: [{ noun: 'project', slug, kind: null, name, acronym }], total: 1, held };
}

function programmeTie({ slug, name, acronym, periodFrom, periodTo }: Named & Pick<typeof programme.$inferSelect, 'periodFrom' | 'periodTo'>): Part {
  const held = { from: periodFrom, to: periodTo, open: false };
  return { layer: 'projects', organisation: null, on: null, records: [{ noun: 'programme', slug, kind: null, name, acronym }], total: 1, held };
}

type Partner = Pick<typeof organisation.$inferSelect, 'slug' | 'name' | 'acronym' | 'kind' | 'place' | 'country' | 'latitude' | 'longitude'>;

function partnerTie({ slug, name, acronym, kind, place, country, latitude, longitude }: Partner, role: string, part: Part): DatedTie {
  const what: TieKind = role === 'funder' ? 'funder' : role === 'implementing' ? 'implementer' : 'partner';
  return { ...part, what, organisation: { noun: 'organisation', name, acronym, slug, kind }, where: { name: place, country, latitude, longitude } };
}

import type { Viewer } from '#office/viewer.ts';
import { agreementTies } from './agreement-ties.ts';
import { heldIn, type MapLayer, type Tie } from './map.ts';
import { networkTies } from './network-ties.ts';
import { partnerTies } from './partner-ties.ts';
import { gather, type MapPlace } from './places.ts';
import { projectTies } from './project-ties.ts';

export type TiedPlaces = {
  readonly places: readonly MapPlace[];
  /** Ties of which the register knows no place at all. */
  readonly nowhere: readonly Tie[];
  /** How many ties the year leaves out because nothing of them is dated. */
  readonly undated: number;
  /** The first year in which anything is dated; null where nothing is. */
  readonly firstYear: number | null;
  /** How many parties and partners were left out. */
  readonly left: number;
};

/**
 * The places to which the register ties the City, for drawing and table alike: networks' seats and places of accession, parties
 * of agreements, partners and places of projects, other partners; each record and organisation by its own rule of sight. A
 * `year` leaves what held or was dated in it; the undated are then counted, not shown.
 */
export async function placesOfTies(viewer: Viewer, { layer, year }: { layer?: MapLayer; year?: number }, today: string): Promise<TiedPlaces> {
  const asked = (one: MapLayer) => layer === undefined || layer === one;
  const [networks, projects, agreements] = await Promise.all([
    asked('networks') ? networkTies(viewer, today) : [],
    asked('projects') ? projectTies(viewer) : [],
    asked('agreements') ? agreementTies(viewer, year, today) : { ties: [], undated: 0, firstYear: null, left: 0, parties: [] },
  ]);
  const dated = [...networks, ...projects];
  // A partner that an agreement or a project already ties to the City is not told twice.
  const partners = asked('partners') ? await partnerTies(viewer, agreements.parties) : { ties: [], left: 0 };
  const tied = new Set(dated.flatMap(({ organisation }) => organisation?.slug ?? []));
  const others = partners.ties.filter(({ organisation }) => !tied.has(organisation?.slug ?? ''));
  const held = [...dated, ...others].map((tie) => ({ tie, in: year === undefined ? 'yes' as const : heldIn(tie.held, year, today) }));
  const shown = [...held.flatMap(({ tie, in: answer }) => (answer === 'yes' ? [tie] : [])), ...agreements.ties];
  return {
    ...gather(shown),
    left: agreements.left + partners.left,
    undated: held.filter(({ in: answer }) => answer === 'unknown').length + agreements.undated,
    firstYear: earliest([agreements.firstYear, ...dated.map(({ held: { from, to } }) => yearOf(from?.earliest ?? to?.earliest))]),
  };
}

function earliest(years: readonly (number | null)[]): number | null {
  const known = years.filter((year) => year !== null);
  return known.length ? Math.min(...known) : null;
}

function yearOf(day: string | null | undefined): number | null {
  return day ? Number(day.slice(0, 4)) : null;
}

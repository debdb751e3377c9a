import type { FuzzyDate } from '#db/columns.ts';
import type { LocalText } from '#messages/local-text.ts';
import type { Referred } from '#office/referred.ts';

/** What the map may be narrowed to; without one it shows all of them, partners only where nothing else ties them. */
export const mapLayers = ['networks', 'projects', 'agreements', 'partners'] as const;
export type MapLayer = (typeof mapLayers)[number];

/** What is at a place: where a network sits, where the City joined it, a party of agreements, a partner, an area, a place of work. */
export type TieKind = 'seat' | 'joining' | 'party' | 'partner' | 'funder' | 'implementer' | 'area' | 'work' | 'organisation';

export type TiedRecord = { readonly noun: Referred; readonly slug: string; readonly kind: string | null; readonly name: LocalText | null; readonly acronym: LocalText | null };

/** Where something lies as far as the register says it; degrees in WGS 84. */
export type Whereabouts = {
  readonly name: LocalText | null; readonly country: string | null;
  readonly latitude: number | null; readonly longitude: number | null;
};

/** From when to when a tie held, each bound as exact as it is known; null where nothing is dated. `open`: it has no end. */
export type Held = { readonly from: FuzzyDate | null; readonly to: FuzzyDate | null; readonly open: boolean };

/** One organisation's part at a place, with the records that say so: at most three, `total` in all. */
export type Tie = {
  readonly layer: MapLayer;
  readonly what: TieKind;
  readonly organisation: TiedRecord | null;
  /** A date that belongs into the words: the day of joining. */
  readonly on: FuzzyDate | null;
  readonly records: readonly TiedRecord[];
  readonly total: number;
  readonly where: Whereabouts;
};

/** A tie before it is narrowed to a year. */
export type DatedTie = Tie & { readonly held: Held };

/**
 * Whether the tie held, or has a date, in this year on `today` (ISO day): `unknown` where nothing of it is dated. Where only a
 * beginning is known and the tie is not open, no more than the year of that beginning is claimed.
 */
export function heldIn({ from, to, open }: Held, year: number, today: string): 'yes' | 'no' | 'unknown' {
  const first = from?.earliest ?? to?.earliest ?? null;
  const last = to?.latest ?? (open ? today : from?.latest ?? null);
  if (!first && !last) return 'unknown';
  return (first ?? '0000') <= `${year}-12-31` && (last ?? '9999') >= `${year}-01-01` ? 'yes' : 'no';
}

/** How many records stand at a place, each counted once for what it says there. */
export function recordsAt({ ties }: { ties: readonly Pick<Tie, 'total'>[] }): number {
  return ties.reduce((sum, { total }) => sum + total, 0);
}

/** Kilometres between two places on the sphere of the mean radius of the Earth (haversine). */
export function kilometres(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const [phi, psi] = [radians(a.latitude), radians(b.latitude)];
  const half = Math.sin((psi - phi) / 2) ** 2 + Math.cos(phi) * Math.cos(psi) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}

/** Niš, in degrees of WGS 84: the middle of every tie. */
export const nis = { latitude: 43.32, longitude: 21.9 } as const;

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

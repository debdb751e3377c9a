import { fold } from '#messages/fold.ts';
import { textIn, type LocalText } from '#messages/local-text.ts';
import { findPlace } from '#office/place/place.ts';
import { bundle } from './bundle.ts';
import { recordsAt, type Tie, type Whereabouts } from './map.ts';

/** A place of the map: a town with its degrees, or a country of which no town is known. */
export type MapPlace = {
  /** Stable, ASCII: `rs-novi-sad`, `se`. */
  readonly key: string;
  readonly kind: 'town' | 'country';
  readonly name: LocalText | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly ties: readonly Tie[];
};

/** The ties gathered at their places, towns and countries by the number of records; and those of which no place is known. */
export function gather(ties: readonly Tie[]): { places: MapPlace[]; nowhere: Tie[] } {
  const found = new Map<string, { place: Omit<MapPlace, 'ties'>; ties: Tie[] }>();
  const nowhere: Tie[] = [];
  for (const tie of ties) {
    const place = placeOf(tie.where);
    if (!place) nowhere.push(tie);
    else {
      const held = found.get(place.key) ?? { place, ties: [] };
      held.ties.push(tie);
      found.set(place.key, held);
    }
  }
  const places = [...found.values()].map(({ place, ties: own }) => ({ ...place, ties: bundle(own) }));
  return { places: places.toSorted((a, b) => recordsAt(b) - recordsAt(a) || (a.key < b.key ? -1 : 1)), nowhere };
}

/** Its own degrees first, then the gazetteer's for its name, then its country alone; null where nothing is known. */
function placeOf({ name, country, latitude, longitude }: Whereabouts): Omit<MapPlace, 'ties'> | null {
  if (latitude !== null && longitude !== null) {
    return { key: keyOf(country, name, `${latitude} ${longitude}`), kind: 'town', name, country, latitude, longitude };
  }
  const known = findPlace(name, country);
  if (known) return { ...known, key: keyOf(known.country, known.name, ''), kind: 'town' };
  return country ? { key: country.toLowerCase(), kind: 'country', name: null, country, latitude: null, longitude: null } : null;
}

function keyOf(country: string | null, name: LocalText | null, instead: string): string {
  const words = fold(textIn(name, 'sr-Latn') || instead).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return `${country?.toLowerCase() ?? 'xx'}-${words || 'x'}`;
}

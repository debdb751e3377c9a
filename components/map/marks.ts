import { kilometres, nis } from '#office/map/map.ts';
import type { MapPlace } from '#office/map/places.ts';
import { countryMiddles } from './base.ts';
import { pointOf, type LonLat, type Point } from './projection.ts';

/** A place where it is drawn: in the frame of Europe, of the world, or in the surroundings of Niš in kilometres east and south. */
export type Mark = { readonly place: MapPlace; readonly at: Point };
export type Marks = { readonly europe: readonly Mark[]; readonly world: readonly Mark[]; readonly near: readonly Mark[]; readonly city: MapPlace | null; readonly undrawn: readonly MapPlace[] };

/** So many places are drawn, those with the most records; a page has no room for more. */
export const drawable = 36;

/** How far from Niš a place stands in the drawing of its surroundings rather than on the map, in kilometres. */
export const nearby = 25;

/** Every place in exactly one drawing: Niš itself, its surroundings, Europe, or the world; `undrawn` where none can show it. */
export function marksOf(places: readonly MapPlace[]): Marks {
  const marks = { europe: [] as Mark[], world: [] as Mark[], near: [] as Mark[], undrawn: [] as MapPlace[] };
  let city: MapPlace | null = null;
  for (const place of places) {
    const town = place.latitude !== null && place.longitude !== null ? { latitude: place.latitude, longitude: place.longitude } : null;
    const away = town ? kilometres(nis, town) : Infinity;
    const degrees = town ? [town.longitude, town.latitude] as const : countryMiddles[place.country ?? ''];
    const inEurope = degrees && pointOf('europe', degrees, 14);
    const inWorld = degrees && pointOf('world', degrees, 4);
    if (away < 1.5) city ??= place;
    else if (town && away <= nearby) marks.near.push({ place, at: surroundings(town) });
    else if (inEurope) marks.europe.push({ place, at: inEurope });
    else if (inWorld) marks.world.push({ place, at: inWorld });
    else marks.undrawn.push(place);
  }
  return { ...marks, city };
}

/** Where Niš lies in a frame. */
export function cityIn(frame: 'europe' | 'world'): Point {
  const at: LonLat = [nis.longitude, nis.latitude];
  return pointOf(frame, at) ?? [0, 0];
}

/** A tie, bent as on the drawings of the design: not the way that anybody travels. */
export function arc([x1, y1]: Point, [x2, y2]: Point): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const bend = dx < 0 ? 0.14 : -0.14;
  const control = [(x1 + x2) / 2 + bend * dy, (y1 + y2) / 2 - bend * dx].map((value) => Math.round(value * 10) / 10);
  return `M${x1} ${y1}Q${control.join(' ')} ${x2} ${y2}`;
}

function surroundings({ latitude, longitude }: { latitude: number; longitude: number }): Point {
  const perDegree = 111.2;
  const round = (value: number) => Math.round(value * 100) / 100;
  return [round((longitude - nis.longitude) * perDegree * Math.cos((nis.latitude * Math.PI) / 180)), round((nis.latitude - latitude) * perDegree)];
}

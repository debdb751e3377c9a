import { geoConicConformal, geoEqualEarth, type GeoProjection } from 'd3-geo';

/** Degrees, WGS 84, as maps say them: the longitude first. */
export type LonLat = readonly [longitude: number, latitude: number];
/** Units of a drawing, from its upper left corner. */
export type Point = readonly [x: number, y: number];

export const frames = {
  /** From Iceland's latitude to Cyprus, from Lisbon to the Caspian: conic conformal, true in angles where the City's partners lie. */
  europe: { width: 1200, height: 760 },
  /** For what lies outside: equal earth. */
  world: { width: 420, height: 188 },
} as const;
export type Frame = keyof typeof frames;

/** Where a place lies in the drawing; null outside its frame. `margin` is what must be left to the edge, in units. */
export function pointOf(frame: Frame, place: LonLat, margin = 0): Point | null {
  const point = projections[frame]([place[0], place[1]]);
  if (!point) return null;
  const [x, y] = point.map((value) => Math.round(value * 10) / 10) as [number, number];
  const { width, height } = frames[frame];
  return x >= margin && y >= margin && x <= width - margin && y <= height - margin ? [x, y] : null;
}

export const projections: Record<Frame, GeoProjection> = {
  europe: geoConicConformal().parallels([40, 60]).rotate([-15, 0]).center([0, 50]).translate([545, 428]).scale(1265)
    .clipExtent([[-4, -4], [frames.europe.width + 4, frames.europe.height + 4]]),
  world: geoEqualEarth().rotate([-11, 0]).translate([frames.world.width / 2, 101]).scale(77)
    .clipExtent([[0, 0], [frames.world.width, frames.world.height]]),
};

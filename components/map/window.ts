import { frames, type Point } from './projection.ts';

/** What part of the frame of Europe a drawing shows, and how large: a point of the frame lies at `(point - from) * scale`. */
export type Window = { readonly width: number; readonly height: number; readonly from: Point; readonly scale: number };

/** The sizes in which the map of Europe is drawn, in units that are CSS pixels or close to them; the stylesheet shows one. */
export const sizes = {
  wide: { width: 1200, height: 720 },
  mid: { width: 720, height: 640 },
  thin: { width: 400, height: 440 },
} as const;
export type Size = keyof typeof sizes;

/** The closest look that has all points with `edge` units around them, never closer than `closest`, and never beyond the frame. */
export function windowAround(points: readonly Point[], { width, height }: { readonly width: number; readonly height: number }, edge: number, closest = 1.35): Window {
  const frame = frames.europe;
  const widest = Math.ceil(Math.max(width / frame.width, height / frame.height) * 1000) / 1000;
  const [left, right] = bounds(points.map(([x]) => x), frame.width / 2);
  const [top, bottom] = bounds(points.map(([, y]) => y), frame.height / 2);
  const fitting = Math.min((width - 2 * edge) / Math.max(1, right - left), (height - 2 * edge) / Math.max(1, bottom - top));
  const scale = Math.max(widest, Math.floor(Math.min(closest, fitting) * 1000) / 1000);
  const start = (middle: number, size: number, whole: number) => Math.round(Math.min(Math.max(0, middle - size / scale / 2), whole - size / scale) * 10) / 10;
  return { width, height, scale, from: [start((left + right) / 2, width, frame.width), start((top + bottom) / 2, height, frame.height)] };
}

/** Where a point of the frame lies in the window. */
export function inWindow({ from, scale }: Window, [x, y]: Point): Point {
  return [round((x - from[0]) * scale), round((y - from[1]) * scale)];
}

function bounds(values: readonly number[], instead: number): [number, number] {
  return values.length ? [Math.min(...values), Math.max(...values)] : [instead, instead];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

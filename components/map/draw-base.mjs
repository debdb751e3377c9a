// Writes base.ts beside this file from world-atlas (Natural Earth, public domain): the land as one shape without
// borders, every country that may be cut out of it, and where a country's own mark stands. Run with Node after a change
// of projection.ts; with a hyphen it tells what it would write. The source's features „Serbia“ and „Kosovo“ are one country here, and no line is drawn between them;
// Northern Cyprus is drawn with Cyprus and Crimea with Ukraine, as the United Nations hold.
import { readFile, writeFile } from 'node:fs/promises';
import { geoArea, geoCentroid, geoGraticule, geoPath } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import { projections } from './projection.ts';

/** Features of the source that have no code of their own, or are part of another country. */
const joined = { Kosovo: 'RS', 'N. Cyprus': 'CY', Somaliland: 'SO' };
const fine = await atlas('countries-50m');
const coarse = await atlas('land-110m');
const shapes = countries(fine);
const centres = [...shapes].map(([code, shape]) => [code, geoCentroid(largest(shape)).map((degrees) => Math.round(degrees * 10) / 10)]);
const drawn = [...shapes].map(([code, shape]) => [code, path('europe', shape, { step: 2, least: 1 })]).filter(([, line]) => line !== '');

const base = `// Written by draw-base.mjs from world-atlas (Natural Earth, public domain). Do not edit by hand.
/** Paths in the units of their frame; countries by their ISO 3166-1 code, in the frame of Europe. */
export const land = {
  europe: '${path('europe', merge(fine, fine.objects.countries.geometries), { step: 2.2, least: 3 })}',
  /** For a drawing of a few kilobytes. */
  rough: '${path('europe', merge(fine, fine.objects.countries.geometries), { step: 5, least: 12 })}',
  world: '${path('world', feature(coarse, coarse.objects.land), { step: 1.6, least: 3 })}',
} as const;

/** Every ten degrees, in the frame of Europe. */
export const graticule = '${lines('europe', geoGraticule().step([10, 10]).precision(4)()).join('')}';

export const countryPaths: Readonly<Record<string, string>> = {
${drawn.map(([code, line]) => `  ${code}: '${line}',`).join('\n')}
};

/** Longitude and latitude of the middle of a country's largest part. */
export const countryMiddles: Readonly<Record<string, readonly [number, number]>> = {
${inRows(centres.map(([code, [longitude, latitude]]) => `${code}: [${longitude}, ${latitude}]`))}
};
`;
if (process.argv[2] === '-') process.stdout.write(base);
else await writeFile(new URL('./base.ts', import.meta.url), base);

function inRows(entries) {
  return Array.from({ length: Math.ceil(entries.length / 8) }, (_, row) => `  ${entries.slice(row * 8, row * 8 + 8).join(', ')},`).join('\n');
}

async function atlas(name) {
  return JSON.parse(await readFile(new URL(import.meta.resolve(`world-atlas/${name}.json`)), 'utf8'));
}

/** One MultiPolygon for each code. */
function countries(topology) {
  const byCode = new Map();
  for (const part of topology.objects.countries.geometries) {
    const code = joined[part.properties.name] ?? codeOf(part.id);
    if (code) byCode.set(code, [...(byCode.get(code) ?? []), part]);
  }
  const found = new Map([...byCode].map(([code, parts]) => [code, merge(topology, parts)]));
  const crimea = found.get('RU').coordinates.filter(isCrimea);
  found.get('RU').coordinates = found.get('RU').coordinates.filter((polygon) => !isCrimea(polygon));
  found.get('UA').coordinates.push(...crimea);
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isCrimea(coordinates) {
  const [longitude, latitude] = geoCentroid({ type: 'Polygon', coordinates });
  return longitude > 32.4 && longitude < 36.7 && latitude > 44.3 && latitude < 46.3;
}

/** CLDR knows the letters of a numeric code. */
function codeOf(id) {
  const region = id ? new Intl.Locale(`und-${id}`).region : undefined;
  return /^[A-Z]{2}$/.test(region ?? '') ? region : undefined;
}

function largest({ coordinates }) {
  const polygons = coordinates.map((rings) => ({ type: 'Polygon', coordinates: rings }));
  return polygons.toSorted((a, b) => geoArea(b) - geoArea(a))[0];
}

/** Relative steps of whole or half units, none shorter than `step`; what is smaller than `least` units across is left out. */
function path(frame, shape, detail) {
  return strokes(frame, shape).map((ring) => ringPath(ring, detail)).join('');
}

/** Each line as its points, whole units. */
function lines(frame, shape) {
  return strokes(frame, shape).map((points) => `M${points.map((point) => point.map(Math.round).join(' ')).join('L')}`);
}

function strokes(frame, shape) {
  const held = [];
  const pen = { beginPath() {}, arc() {}, moveTo: (x, y) => held.push([[x, y]]), lineTo: (x, y) => held.at(-1).push([x, y]), closePath() {} };
  geoPath(projections[frame], pen)(shape);
  return held;
}

function ringPath(ring, { step, least }) {
  const steps = [];
  let [x, y] = [Infinity, Infinity];
  for (const point of ring) {
    const [left, top] = point.map((value) => Math.round(value * 2) / 2);
    if (Math.hypot(left - x, top - y) < step) continue;
    steps.push(steps.length ? [left - x, top - y] : [left, top]);
    [x, y] = [left, top];
  }
  const across = (axis) => Math.max(...ring.map((point) => point[axis])) - Math.min(...ring.map((point) => point[axis]));
  if (steps.length < 3 || Math.max(across(0), across(1)) < least) return '';
  const [[left, top], ...rest] = steps;
  return `M${pair(left, top)}l${rest.map(([dx, dy]) => pair(dx, dy)).join(' ')}z`.replaceAll(' -', '-');
}

function pair(x, y) {
  return `${short(x)} ${short(y)}`;
}

function short(number) {
  return String(number).replace(/^(-?)0\./, '$1.');
}

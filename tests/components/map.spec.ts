import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createElement as h } from 'react';
import fc from 'fast-check';
import { local, writtenForms } from '#messages/local-text.ts';
import { countryMiddles, countryPaths, land } from '#components/map/base.ts';
import { around, boxOf, placeLabels, type Wanted } from '#components/map/labels.ts';
import { drawable, marksOf } from '#components/map/marks.ts';
import { frames, pointOf } from '#components/map/projection.ts';
import { inWindow, sizes, windowAround } from '#components/map/window.ts';
import type { MapPlace } from '#office/map/places.ts';
import { gather } from '#office/map/places.ts';
import type { Tie } from '#office/map/map.ts';
import { gazetteer } from '#office/place/place.ts';
import { draw } from './drawing.ts';

const { Europe, EuropeBase } = await import('#components/map/europe.tsx');
const { Near } = await import('#components/map/near.tsx');
const { World } = await import('#components/map/world.tsx');
const { PlacesTable } = await import('#components/map/table.tsx');
const { OffMap } = await import('#components/map/off-map.tsx');

/** Points of a path of relative steps, ring by ring. */
function rings(path: string): [number, number][][] {
  return path.split('M').filter(Boolean).map((ring) => {
    const numbers = [...ring.matchAll(/-?(?:\d+\.\d+|\.\d+|\d+)/g)].map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, place): [number, number] => [(x += numbers[2 * place] ?? 0), (y += numbers[2 * place + 1] ?? 0)]);
  });
}

/** Whether a point lies within the outer rings (even-odd). */
function holds(path: string, [x, y]: readonly [number, number]): boolean {
  return rings(path).reduce((inside, ring) => ring.reduce((held, [x1, y1], place) => {
    const [x2, y2] = ring[(place + 1) % ring.length] ?? [0, 0];
    return (y1 > y) !== (y2 > y) && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !held : held;
  }, inside), false);
}

const at = (longitude: number, latitude: number) => pointOf('europe', [longitude, latitude]) ?? assert.fail('outside the frame');
const tie: Tie = { layer: 'partners', what: 'organisation', organisation: null, on: null, records: [{ noun: 'organisation', slug: 'proba', kind: 'ngo', name: local({ sr: 'Проба', en: 'Trial' }), acronym: null }], total: 1, where: { name: null, country: null, latitude: null, longitude: null } };
const everywhere = () => gather(gazetteer.map(([country, latitude, longitude, sr, en]): Tie => ({ ...tie, where: { name: local({ sr, en }), country, latitude, longitude } }))).places;
const country = (code: string): MapPlace => ({ key: code.toLowerCase(), kind: 'country', name: null, country: code, latitude: null, longitude: null, ties: [tie] });

test('Serbia is one country with one outline: Priština and Niš lie in it, and no line runs between them', () => {
  const serbia = countryPaths.RS ?? '';
  for (const [longitude, latitude] of [[21.9, 43.32], [20.46, 44.8], [21.16, 42.66], [20.75, 42.25], [21.47, 42.47], [20.3, 42.65], [21.65, 42.4]] as const) assert.ok(holds(serbia, at(longitude, latitude)), `${longitude} ${latitude}`);
  assert.equal(rings(serbia).length, 1);
  assert.deepEqual(Object.keys(countryPaths).filter((code) => !/^[A-Z]{2}$/.test(code) || code === 'XK'), []);
  // Along the way from Niš to Priština no point of the outline, nor of any other country's, comes near.
  const outlines = Object.values(countryPaths).flatMap(rings).flat();
  for (let step = 0; step <= 20; step += 1) {
    const [x, y] = at(21.5 - (step / 20) * 0.5, 43.1 - (step / 20) * 0.5);
    assert.ok(outlines.every(([left, top]) => Math.hypot(left - x, top - y) > 2), `a line at step ${step}`);
  }
  assert.ok(holds(countryPaths.UA ?? '', at(34.1, 45.1)) && !holds(countryPaths.RU ?? '', at(34.1, 45.1)));
  assert.ok(holds(countryPaths.CY ?? '', at(33.5, 35.28)));
});

test('the land is one shape that holds what lies on land and not what lies at sea', () => {
  for (const [longitude, latitude, on] of [[21.9, 43.32, true], [2.35, 48.86, true], [37.6, 55.75, true], [17, 40.3, false], [33, 43.3, false], [-15, 48, false]] as const) assert.equal(holds(land.europe, at(longitude, latitude)), on, `${longitude} ${latitude}`);
});

test('the base is what the source gives: drawing it again changes nothing', () => {
  const folder = new URL('../../components/map/', import.meta.url);
  const before = readFileSync(new URL('base.ts', folder), 'utf8');
  assert.equal(execFileSync(process.execPath, [new URL('draw-base.mjs', folder).pathname, '-'], { encoding: 'utf8', maxBuffer: 1 << 24 }), before);
});

test('every country and every place of the gazetteer stands in one drawing', () => {
  const { europe, world, near, undrawn, city } = marksOf([...everywhere(), ...Object.keys(countryMiddles).map(country)]);
  assert.deepEqual(undrawn.map(({ key }) => key), ['aq']);
  assert.equal(city?.key, 'rs-nis');
  assert.deepEqual(near.map(({ place }) => place.key).toSorted(), ['rs-doljevac', 'rs-gadzin-han', 'rs-merosina', 'rs-svrljig', 'rs-zitoradja']);
  assert.equal(europe.length + world.length + near.length + 2, gazetteer.length + Object.keys(countryMiddles).length);
  assert.ok(world.some(({ place }) => place.key === 'cn-hangdzou') && world.some(({ place }) => place.key === 'us-vasington'));
});

test('a country that nobody has a middle for is told as not on the map', () => {
  const { undrawn } = marksOf([country('XX')]);
  assert.match(draw(h(OffMap, { nowhere: [], undrawn, form: 'sr-Cyrl' })), /тачка није позната/);
});

test('labels touch neither each other, nor a mark, nor the edge, wherever the places lie', () => {
  const lettering = { width: 600, height: 400, name: 16, under: 13 };
  const wanted = fc.array(fc.record({ x: fc.integer({ min: 10, max: 590 }), y: fc.integer({ min: 10, max: 390 }), radius: fc.constantFrom(6, 10), words: fc.array(fc.string({ minLength: 1, maxLength: 24 }), { minLength: 1, maxLength: 2 }) }), { maxLength: 40 });
  fc.assert(fc.property(wanted, (places) => {
    const asked = places.map(({ x, y, radius, words }, key): Wanted => ({ key: `${key}`, at: [x, y], radius, lines: words }));
    const labels = [...placeLabels(asked, [], lettering).values()];
    const boxes = [...labels.map((label) => boxOf(label, lettering)), ...asked.map(({ at: point, radius }) => around(point, radius))];
    labels.forEach((_, one) => {
      const [left, top, right, bottom] = boxes[one] ?? assert.fail();
      assert.ok(left >= 0 && top >= 0 && right <= 600 && bottom <= 400);
      boxes.forEach((box, other) => assert.ok(other === one || left >= box[2] || right <= box[0] || top >= box[3] || bottom <= box[1]));
    });
    assert.deepEqual([...placeLabels(asked, [], lettering).values()], labels);
  }), { numRuns: 60 });
  assert.equal(placeLabels([{ key: 'a', at: [300, 200], radius: 6, lines: ['Београд', 'седиште'] }], [], lettering).get('a')?.lines.length, 2);
});

test('a window has all its points, lies within the frame, and comes no closer than it may', () => {
  const point = fc.tuple(fc.integer({ min: 14, max: frames.europe.width - 14 }), fc.integer({ min: 14, max: frames.europe.height - 14 }));
  fc.assert(fc.property(fc.array(point, { maxLength: 8 }), fc.constantFrom(...Object.values(sizes)), (points, size) => {
    const shown = windowAround(points, size, 40);
    const [x, y] = shown.from;
    assert.ok(x >= 0 && y >= 0 && x + size.width / shown.scale <= frames.europe.width + 1 && y + size.height / shown.scale <= frames.europe.height + 1);
    assert.ok(shown.scale <= 1.35 || size.width / frames.europe.width > 1.35);
    // A narrow drawing of far places shows as much of the frame as it can.
    if (shown.scale > Math.max(size.width / frames.europe.width, size.height / frames.europe.height) + 0.002) {
      for (const [left, top] of points.map((one) => inWindow(shown, one))) assert.ok(left >= -3 && top >= -3 && left <= size.width + 3 && top <= size.height + 3, `${left} ${top}`);
    }
  }), { numRuns: 100 });
});

for (const form of writtenForms) {
  test(`every row of the table is in a drawing and leads there, in ${form}`, () => {
    const places = [...everywhere().slice(0, 16), country('SE'), country('US')];
    const marks = marksOf(places);
    const drawings = [...Object.keys(sizes).map((size) => h(Europe, { marks, form, size: size as keyof typeof sizes })), h(Near, { marks: marks.near, form }), h(World, { marks: marks.world, form })].map((one) => draw(one, form)).join('');
    const rows = [...draw(h(PlacesTable, { places, form, left: 0 }), form).matchAll(/<tr id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(rows).size, places.length);
    for (const row of rows) assert.ok(row === 'rs-nis' || drawings.includes(`href="#${row}"`), row);
  });
}

test('with every place of the gazetteer the drawings and the table stay small enough for a page', () => {
  const places = [...everywhere(), ...Object.keys(countryPaths).map(country)];
  const marks = marksOf(places.slice(0, drawable));
  const parts = [
    h(EuropeBase, { marks }), ...Object.keys(sizes).map((size) => h(Europe, { marks, form: 'sr-Cyrl' as const, size: size as keyof typeof sizes })),
    h(Near, { marks: marks.near, form: 'sr-Cyrl' }), h(World, { marks: marks.world, form: 'sr-Cyrl' }), h(PlacesTable, { places, form: 'sr-Cyrl', left: 0 }),
  ].map((one) => Buffer.byteLength(draw(one)));
  assert.ok(parts.reduce((sum, bytes) => sum + bytes) < 82_000, `${parts.join(' + ')} bytes`);
});

test('an address in a place’s name is a name, not markup', () => {
  const nasty = gather([{ ...tie, where: { name: local({ sr: '<b onclick="x">&"\'' }), country: 'DE', latitude: 50, longitude: 10 } }]).places;
  const html = draw(h(Europe, { marks: marksOf(nasty), form: 'sr-Cyrl', size: 'wide' }));
  assert.doesNotMatch(html, /<b /);
  assert.match(nasty[0]?.key ?? '', /^de-[a-z0-9-]+$/);
});

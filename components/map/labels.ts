import type { Point } from './projection.ts';

/** A place that wants its name in the drawing; `lines` the name and what is said under it, none where it wants no name but its room. */
export type Wanted = { readonly key: string; readonly at: Point; readonly radius: number; readonly lines: readonly string[] };
export type Label = { readonly key: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end'; readonly lines: readonly string[] };
type Box = readonly [left: number, top: number, right: number, bottom: number];

/** `name` and `under` are the sizes of the two lines in units. */
export type Lettering = { readonly width: number; readonly height: number; readonly name: number; readonly under: number };

/**
 * A place for every label that can stand without touching another, a mark, or the edge; the first wanted comes first. Where both
 * lines find no room the name alone is tried, and where that finds none either the place goes without. The same places
 * always give the same labels.
 */
export function placeLabels(wanted: readonly Wanted[], taken: readonly Box[], lettering: Lettering): Map<string, Label> {
  const held: Box[] = [...taken, ...wanted.map(({ at, radius }) => around(at, radius + 1))];
  const placed = new Map<string, Label>();
  for (const one of wanted) {
    if (one.lines.length === 0) continue;
    const found = choices(one, lettering).find(({ box }) => within(box, lettering) && !held.some((other) => touch(box, other)));
    if (!found) continue;
    held.push(found.box);
    placed.set(one.key, found.label);
  }
  return placed;
}

/** The square around a mark. */
export function around([x, y]: Point, radius: number): Box {
  return [x - radius, y - radius, x + radius, y + radius];
}

/** The room that a label takes, in units. */
export function boxOf({ x, y, anchor, lines }: Label, { name, under }: Lettering): Box {
  const width = Math.max(...lines.map((line, place) => widthOf(line, place === 0 ? name : under)));
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left - 2, y - name * 0.85, left + width + 2, y + name * 0.28 + (lines.length - 1) * under * 1.25];
}

function choices(one: Wanted, lettering: Lettering): { label: Label; box: Box }[] {
  const texts = one.lines.length > 1 ? [one.lines, one.lines.slice(0, 1)] : [one.lines];
  return texts.flatMap((lines) => spots(one, lines, lettering)).map((label) => ({ label, box: boxOf(label, lettering) }));
}

/** Beside the mark, over and under it, then at its corners; beside it on the side where the drawing has more room. */
function spots({ key, at: [x, y], radius }: Wanted, lines: readonly string[], { width, name, under }: Lettering): Label[] {
  const more = (lines.length - 1) * under * 1.25;
  const middle = y + name * 0.33 - more / 2;
  const [over, below] = [y - radius - name * 0.4 - more, y + radius + name * 0.95];
  const aside = radius + name * 0.4;
  const sides: { anchor: Label['anchor']; by: number }[] = [{ anchor: 'start', by: 1 }, { anchor: 'end', by: -1 }];
  if (x > width * 0.55) sides.reverse();
  const at = (anchor: Label['anchor'], left: number, top: number): Label => ({ key, x: Math.round(left), y: Math.round(top), anchor, lines });
  return [
    ...sides.map(({ anchor, by }) => at(anchor, x + by * aside, middle)),
    at('middle', x, over), at('middle', x, below),
    ...sides.flatMap(({ anchor, by }) => [at(anchor, x + by * radius * 0.7, over), at(anchor, x + by * radius * 0.7, below)]),
    ...sides.flatMap(({ anchor, by }) => [at(anchor, x + by * aside * 2, middle - name), at(anchor, x + by * aside * 2, middle + name)]),
  ];
}

/** An upper bound that is close: Source Sans 3 at this size, its capitals and wide letters counted as such. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, sign) => sum + (narrow.test(sign) ? 0.34 : wide.test(sign) ? 0.78 : 0.57), 0) * size;
}

const narrow = /[ .,:;'’()\-ijlftrгІі1]/;
const wide = /[A-ZА-ШЂЈЉЊЋЏШЖМЮmwшщжмљњфю–]/;

function within([left, top, right, bottom]: Box, { width, height }: Lettering): boolean {
  return left >= 4 && top >= 4 && right <= width - 4 && bottom <= height - 4;
}

function touch(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

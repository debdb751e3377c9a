import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryPaths, graticule, land } from './base.ts';
import { placeLabels, around, type Lettering } from './labels.ts';
import { Dot, Marked } from './mark.tsx';
import { arc, cityIn, type Marks } from './marks.ts';
import { placeName, underName } from './tie-words.ts';
import { inWindow, sizes, windowAround, type Size } from './window.ts';

/** The letters of each drawing, as map.css sets them, and how many places are links with an arc: the keyboard passes all of them. */
const lettering: Record<Size, { name: number; under: number; lines: 1 | 2; edge: number; links: number }> = {
  wide: { name: 16, under: 13.5, lines: 2, edge: 110, links: 22 }, mid: { name: 16, under: 13.5, lines: 1, edge: 80, links: 14 },
  thin: { name: 18, under: 15, lines: 1, edge: 60, links: 9 },
};
/** So many signs of paths may cut countries out of the land; those with the most records go first. */
const room = 10_000;

type Props = { marks: Marks; form: WrittenForm };

/** What the drawings of Europe share: the land, the countries cut out of it, the net of degrees. Once in a page. */
export function EuropeBase({ marks: { europe, near, world } }: Pick<Props, 'marks'>) {
  const countries = litCountries([...europe, ...near, ...world].flatMap(({ place }) => place.country ?? []), room);
  return (
    <svg className="map-base" aria-hidden="true">
      <defs>
        <g id="map-base">
          <path className="grat" d={graticule} />
          <path className="land" d={land.europe} />
          {countries.map((code) => <path key={code} className="lit" d={countryPaths[code]} />)}
          <path className="home" d={countryPaths.RS} />
        </g>
      </defs>
    </svg>
  );
}

/** Europe around Niš in one size; the places nearest to Niš have a drawing of their own. */
export function Europe({ marks, form, size }: Props & { size: Size }) {
  const t = useTranslations('map');
  const { name, under, lines, edge, links } = lettering[size];
  const city = cityIn('europe');
  const shown = windowAround([city, ...marks.europe.map(({ at }) => at)], sizes[size], edge);
  const middle = inWindow(shown, city);
  const drawn = marks.europe.map(({ place, at }) => ({ place, at: inWindow(shown, at) }));
  const letters: Lettering = { width: shown.width, height: shown.height, name, under };
  const labels = placeLabels(
    drawn.map(({ place, at }, rank) => ({ key: place.key, at, radius: place.kind === 'town' ? 6 : 10, lines: rank < links ? [placeName(place, form), underName(place, form)].slice(0, lines) : [] })),
    [around(middle, 16), cityBox(middle)], letters,
  );
  const title = `map-${size}`;
  const [x, y] = shown.from;
  return (
    <svg className={`map-${size}`} viewBox={`0 0 ${shown.width} ${shown.height}`} aria-labelledby={title}>
      <title id={title}>{t('europe')}</title>
      <use href="#map-base" transform={`scale(${shown.scale}) translate(${-x} ${-y})`} />
      {drawn.slice(0, links).filter(({ at }) => Math.hypot(at[0] - middle[0], at[1] - middle[1]) > 36).map(({ place, at }) => <path key={place.key} className="arc" d={arc(middle, at)} />)}
      {drawn.slice(links).map((mark) => <Dot key={mark.place.key} mark={mark} />)}
      {drawn.slice(0, links).map((mark) => <Marked key={mark.place.key} mark={mark} form={form} label={labels.get(mark.place.key)} under={under} />)}
      <City at={middle} />
    </svg>
  );
}

/** The countries to cut out of the land beside Serbia, until `signs` are used up. */
export function litCountries(codes: readonly string[], signs: number): string[] {
  let left = signs;
  return [...new Set(codes)].filter((code) => code !== 'RS' && code in countryPaths && (left -= countryPaths[code]?.length ?? 0) > 0).toSorted();
}

/** Niš, and the room that its name takes. */
function City({ at: [x, y] }: { at: readonly [number, number] }) {
  const t = useTranslations('map');
  return (
    <g>
      <circle className="pt-halo" cx={x} cy={y} r="15" />
      <circle className="pt-nis" cx={x} cy={y} r="8" />
      <text className="map-nis" x={x - 8} y={y + 35} textAnchor="middle">{t('city')}</text>
    </g>
  );
}

function cityBox([x, y]: readonly [number, number]): readonly [number, number, number, number] {
  return [x - 38, y + 14, x + 24, y + 42];
}

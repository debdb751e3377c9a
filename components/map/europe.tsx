import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryPaths, graticule, land } from './base.ts';
import { placeLabels, around, type Lettering } from './labels.ts';
import { Marked, Named } from './mark.tsx';
import { arc, cityIn, type Marks } from './marks.ts';
import { placeName, underName } from './tie-words.ts';
import { inWindow, sizes, windowAround, type Size } from './window.ts';

/** The letters of each drawing, as map.css sets them. */
const lettering: Record<Size, { name: number; under: number; lines: 1 | 2; edge: number }> = {
  wide: { name: 16, under: 13.5, lines: 2, edge: 110 }, mid: { name: 16, under: 13.5, lines: 1, edge: 80 }, thin: { name: 18, under: 15, lines: 1, edge: 60 },
};

type Props = { marks: Marks; form: WrittenForm };

/** What the drawings of Europe share: the land, the countries cut out of it, the net of degrees. Once in a page. */
export function EuropeBase({ marks: { europe, near, world } }: Pick<Props, 'marks'>) {
  const countries = [...new Set([...europe, ...near, ...world].flatMap(({ place }) => place.country ?? []))].filter((code) => code !== 'RS' && code in countryPaths).toSorted();
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
  const { name, under, lines, edge } = lettering[size];
  const city = cityIn('europe');
  const shown = windowAround([city, ...marks.europe.map(({ at }) => at)], sizes[size], edge);
  const middle = inWindow(shown, city);
  const drawn = marks.europe.map(({ place, at }) => ({ place, at: inWindow(shown, at) }));
  const letters: Lettering = { width: shown.width, height: shown.height, name, under };
  const labels = placeLabels(
    drawn.map(({ place, at }) => ({ key: place.key, at, radius: place.kind === 'town' ? 6 : 10, lines: [placeName(place, form), underName(place, form)].slice(0, lines) })),
    [around(middle, 16), cityBox(middle)], letters,
  );
  const title = `map-${size}`;
  const [x, y] = shown.from;
  return (
    <svg className={`map-${size}`} viewBox={`0 0 ${shown.width} ${shown.height}`} aria-labelledby={title}>
      <title id={title}>{t('europe')}</title>
      <use href="#map-base" transform={`scale(${shown.scale}) translate(${-x} ${-y})`} />
      {drawn.map(({ place, at }) => <path key={place.key} className="arc" d={arc(middle, at)} />)}
      {drawn.map((mark) => (
        <Marked key={mark.place.key} mark={mark} form={form}><Named label={labels.get(mark.place.key)} under={under} /></Marked>
      ))}
      <City at={middle} />
    </svg>
  );
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

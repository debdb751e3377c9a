import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryPaths, land } from '#components/map/base.ts';
import { litCountries } from '#components/map/europe.tsx';
import { around, placeLabels } from '#components/map/labels.ts';
import { Dot, Name, Under } from '#components/map/mark.tsx';
import { arc, cityIn, marksOf } from '#components/map/marks.ts';
import { placeName, underName } from '#components/map/tie-words.ts';
import { inWindow, windowAround } from '#components/map/window.ts';
import type { MapPlace } from '#office/map/places.ts';

/** `lines`: the name alone or what is there as well; `keep`: units on the left that the fade takes from the drawing. */
const drawings = [
  { name: 'm-wide', size: { width: 900, height: 660 }, lines: 2, edge: 90, keep: 200 },
  { name: 'm-thin', size: { width: 400, height: 330 }, lines: 1, edge: 50, keep: 0 },
] as const;
type Drawing = (typeof drawings)[number];
/** So many signs of paths may cut countries out of the land. */
const room = 8_000;
/** So many places stand in the drawing; the map has all of them. */
const most = 14;

/** A rough drawing of where the City cooperates, as a way into the map: one link that covers it, the map itself has the places. */
export function HeroMap({ places, form }: { places: readonly MapPlace[]; form: WrittenForm }) {
  const t = useTranslations('home.map');
  const shown = places.slice(0, most);
  const countries = litCountries(shown.flatMap(({ country }) => country ?? []), room);
  return (
    <div className="hero-map">
      <svg className="map-base" aria-hidden="true">
        <defs>
          <g id="hero-base">
            <path className="land" d={land.rough} />
            {countries.map((code) => <path key={code} className="lit" d={countryPaths[code]} />)}
            <path className="home" d={countryPaths.RS} />
          </g>
        </defs>
      </svg>
      {drawings.map((drawing) => <Drawn key={drawing.name} drawing={drawing} places={shown} form={form} />)}
      <a className="hero-open" href={`/${form}/map`}>{t('open')}</a>
    </div>
  );
}

function Drawn({ drawing: { name, size, lines, edge, keep }, places, form }: { drawing: Drawing; places: readonly MapPlace[]; form: WrittenForm }) {
  const t = useTranslations('map');
  const city = cityIn('europe');
  const marks = marksOf(places).europe;
  const window = windowAround([city, ...marks.map(({ at }) => at)], size, edge, 1.25);
  const middle = inWindow(window, city);
  const drawn = marks.map(({ place, at }) => ({ place, at: inWindow(window, at) })).filter(({ at: [x] }) => x > keep);
  const labels = placeLabels(
    drawn.map(({ place, at }) => ({ key: place.key, at, radius: place.kind === 'town' ? 6 : 10, lines: [placeName(place, form), underName(place, form)].slice(0, lines) })),
    [around(middle, 16), [middle[0] - 38, middle[1] + 14, middle[0] + 24, middle[1] + 42], [0, 0, keep, size.height]], { ...size, name: 17, under: 14.5 },
  );
  return (
    <svg className={name} viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <use href="#hero-base" transform={`scale(${window.scale}) translate(${-window.from[0]} ${-window.from[1]})`} />
      {drawn.map(({ place, at }) => <path key={place.key} className="arc" d={arc(middle, at)} />)}
      {drawn.map((mark) => <Dot key={mark.place.key} mark={mark} />)}
      {drawn.map(({ place }) => <Name key={place.key} label={labels.get(place.key)} />)}
      {drawn.map(({ place }) => <Under key={place.key} label={labels.get(place.key)} size={14.5} />)}
      <circle className="pt-halo" cx={middle[0]} cy={middle[1]} r="15" />
      <circle className="pt-nis" cx={middle[0]} cy={middle[1]} r="8" />
      <text className="map-nis" x={middle[0] - 8} y={middle[1] + 35} textAnchor="middle">{t('city')}</text>
    </svg>
  );
}

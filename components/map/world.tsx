import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { land } from './base.ts';
import { around, placeLabels } from './labels.ts';
import { Dot, Marked } from './mark.tsx';
import { arc, cityIn, type Mark } from './marks.ts';
import { frames } from './projection.ts';
import { placeName } from './tie-words.ts';

/** The places with the most records are links with an arc and a name. */
const links = 10;
const letters = { ...frames.world, name: 17, under: 14 };

/** The world, for the places beyond the map of Europe. */
export function World({ marks, form }: { marks: readonly Mark[]; form: WrittenForm }) {
  const t = useTranslations('map');
  const city = cityIn('world');
  const linked = marks.slice(0, links);
  const labels = placeLabels(linked.map(({ place, at }) => ({ key: place.key, at, radius: 7, lines: [placeName(place, form)] })), [around(city, 8)], letters);
  return (
    <svg className="map-world" viewBox={`0 0 ${letters.width} ${letters.height}`} aria-labelledby="map-world">
      <title id="map-world">{t('world.title')}</title>
      <path className="land" d={land.world} />
      {linked.map(({ place, at }) => <path key={place.key} className="arc" d={arc(city, at)} />)}
      {marks.slice(links).map((mark) => <Dot key={mark.place.key} mark={mark} />)}
      {linked.map((mark) => <Marked key={mark.place.key} mark={mark} form={form} label={labels.get(mark.place.key)} under={letters.under} />)}
      <circle className="pt-nis" cx={city[0]} cy={city[1]} r="6" />
    </svg>
  );
}

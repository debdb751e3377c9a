import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { land } from './base.ts';
import { around, placeLabels } from './labels.ts';
import { Marked, Named } from './mark.tsx';
import { arc, cityIn, type Mark } from './marks.ts';
import { frames } from './projection.ts';
import { placeName } from './tie-words.ts';

const letters = { ...frames.world, name: 16, under: 13 };

/** The world, for the places beyond the map of Europe. */
export function World({ marks, form }: { marks: readonly Mark[]; form: WrittenForm }) {
  const t = useTranslations('map');
  const city = cityIn('world');
  const labels = placeLabels(marks.map(({ place, at }) => ({ key: place.key, at, radius: 7, lines: [placeName(place, form)] })), [around(city, 8)], letters);
  return (
    <svg className="map-world" viewBox={`0 0 ${letters.width} ${letters.height}`} aria-labelledby="map-world">
      <title id="map-world">{t('world.title')}</title>
      <path className="land" d={land.world} />
      {marks.map(({ place, at }) => <path key={place.key} className="arc" d={arc(city, at)} />)}
      {marks.map((mark) => <Marked key={mark.place.key} mark={mark} form={form}><Named label={labels.get(mark.place.key)} under={letters.under} /></Marked>)}
      <circle className="pt-nis" cx={city[0]} cy={city[1]} r="6" />
    </svg>
  );
}

import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { around, placeLabels } from './labels.ts';
import { Marked } from './mark.tsx';
import type { Mark } from './marks.ts';
import { placeName } from './tie-words.ts';

const size = { width: 330, height: 300, name: 15, under: 14 };
const middle = [165, 150] as const;
/** Units for a kilometre. */
const scale = 5.4;
const rings = [10, 20] as const;

/** The surroundings of Niš with rings of ten and twenty kilometres. */
export function Near({ marks, form }: { marks: readonly Mark[]; form: WrittenForm }) {
  const t = useTranslations('map');
  const [x, y] = middle;
  const drawn = marks.map(({ place, at }): Mark => ({ place, at: [Math.round(x + at[0] * scale), Math.round(y + at[1] * scale)] }));
  const taken = [around(middle, 16), [x + 10, y - 32, x + 58, y - 4] as const, ...rings.map((km) => [x - 26, y - km * scale - 14, x + 26, y - km * scale + 2] as const)];
  const labels = placeLabels(drawn.map(({ place, at }) => ({ key: place.key, at, radius: 6, lines: [placeName(place, form)] })), taken, size);
  return (
    <svg className="map-near" viewBox={`0 0 ${size.width} ${size.height}`} aria-labelledby="map-near">
      <title id="map-near">{t('near.title')}</title>
      {rings.map((km) => <circle key={km} className="pt-area" cx={x} cy={y} r={km * scale} />)}
      {rings.map((km) => <text key={km} className="map-s" x={x} y={y - km * scale - 3} textAnchor="middle">{t('near.ring', { km })}</text>)}
      {drawn.map(({ place, at }) => <path key={place.key} className="arc" d={`M${x} ${y}L${at[0]} ${at[1]}`} />)}
      {drawn.map((mark) => <Marked key={mark.place.key} mark={mark} form={form} label={labels.get(mark.place.key)} under={size.under} />)}
      <circle className="pt-nis" cx={x} cy={y} r="9" />
      <text className="map-nis" x={x + 15} y={y - 10}>{t('city')}</text>
    </svg>
  );
}

import { useTranslations } from 'next-intl';
import type { Figures } from '#office/register/figures.ts';

/** From the inside out. */
const rings = ['agreements', 'projects', 'networks'] as const;
const drawings = [
  { name: 'm-wide', width: 760, middle: [380, 408], radii: [130, 235, 340], dot: 9 },
  { name: 'm-thin', width: 390, middle: [195, 224], radii: [74, 124, 174], dot: 7 },
] as const;
type Drawing = (typeof drawings)[number];

/**
 * Niš with the records around it, one circle each: full where its start is known, dashed where it is not. It claims
 * nothing of places; drawn twice, for a wide and a narrow page, and the stylesheet shows one.
 */
export function Rings({ figures }: { figures: Figures }) {
  const t = useTranslations('home.drawing');
  const dated = rings.reduce((sum, ring) => sum + figures[ring].dated, 0);
  const undated = rings.reduce((sum, ring) => sum + figures[ring].undated, 0);
  if (dated + undated === 0) return null;
  return (
    <div className="hero-rings">
      {drawings.map((drawing) => <Drawn key={drawing.name} drawing={drawing} figures={figures} />)}
      <ul className="key">
        <li><svg viewBox="0 0 20 20" aria-hidden="true"><circle className="pt" cx="10" cy="10" r="7" /></svg>{t('dated', { count: dated })}</li>
        <li><svg viewBox="0 0 20 20" aria-hidden="true"><circle className="pt-area" cx="10" cy="10" r="7" /></svg>{t('undated', { count: undated })}</li>
      </ul>
    </div>
  );
}

function Drawn({ drawing, figures }: { drawing: Drawing; figures: Figures }) {
  const t = useTranslations('home.drawing');
  const [x, y] = drawing.middle;
  const label = `rings-${drawing.name}`;
  return (
    <svg className={drawing.name} viewBox={`0 0 ${drawing.width} ${y + 44}`} role="img" aria-labelledby={label}>
      <title id={label}>{t('title')}</title>
      {rings.map((ring, place) => <Ring key={ring} drawing={drawing} radius={drawing.radii[place] ?? 0} known={figures[ring]} words={t(ring)} />)}
      <circle className="pt-halo" cx={x} cy={y} r="17" />
      <circle className="pt-nis" cx={x} cy={y} r="10" />
      <text className="map-nis" x={x} y={y + 38} textAnchor="middle">{t('city')}</text>
    </svg>
  );
}

type RingProps = { drawing: Drawing; radius: number; known: Figures[(typeof rings)[number]]; words: string };

function Ring({ drawing: { middle: [x, y], dot }, radius, known, words }: RingProps) {
  const all = known.dated + known.undated;
  // Circles of a full ring touch at the most.
  const size = Math.max(2, Math.min(dot, (radius * 2.6) / Math.max(1, all) / 2.4));
  const places = Array.from({ length: all }, (_, place) => at(x, y, radius, angle(place, all)));
  return (
    <g>
      <path className="ring" d={`M${x - radius} ${y}A${radius} ${radius} 0 0 1 ${x + radius} ${y}`} />
      {places.map(([left, top]) => <path key={`${left} ${top}`} className="arc" d={`M${x} ${y}L${left} ${top}`} />)}
      {places.map(([left, top], place) => <circle key={`${left} ${top}`} className={place < known.dated ? 'pt' : 'pt-area'} cx={left} cy={top} r={size} />)}
      <text className="map-t" x={x} y={y - radius - 15} textAnchor="middle">{words}</text>
    </g>
  );
}

/** Spread over the upper half, clear of its ends; the first stands on the left. */
function angle(place: number, all: number): number {
  return Math.PI - (Math.PI * (place + 0.5)) / all;
}

function at(x: number, y: number, radius: number, angleAt: number): [number, number] {
  return [Math.round((x + radius * Math.cos(angleAt)) * 10) / 10, Math.round((y - radius * Math.sin(angleAt)) * 10) / 10];
}

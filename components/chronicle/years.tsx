import { useTranslations } from 'next-intl';
import { glyphs } from '#components/glyphs.tsx';
import { byYear, sum, type Counted } from '#office/chronicle/chronicle.ts';

type Props = {
  counted: readonly Counted[];
  /** The year of today, to which the axis runs at least. */
  now: number;
  hrefOf: (year: number) => string;
};

const widths = [['wide', 930], ['mid', 680], ['thin', 340]] as const;
const height = 120;
const base = 96;

/** The years at a glance: a mark for each entry, or a bar where there are many; under the drawing the same as links. */
export function ChronicleYears({ counted, now, hrefOf }: Props) {
  const t = useTranslations('milestones.drawing');
  const years = byYear(counted);
  const most = Math.max(0, ...years.map(({ count }) => count));
  const undated = sum(counted.filter(({ year }) => year === null));
  const [latest, earliest] = [years[0]?.year, years.at(-1)?.year];
  if (latest === undefined || earliest === undefined) return null;
  const span = { from: Math.min(earliest, now - 10) - 1, to: Math.max(latest, now) + 1, now };
  return (
    <section className="sec chron" aria-labelledby="h-chron">
      <h2 id="h-chron">{t('heading')}</h2>
      <p className="sec-note">{t(most > few ? 'bars' : 'marks')}{undated ? ` ${t('undated', { count: undated })}` : null}</p>
      {widths.map(([name, width]) => <Drawing key={name} name={name} width={width} span={span} counted={counted} most={most} />)}
      <ul className="chron-years">
        {years.map(({ year, count }) => <li key={year}><a href={hrefOf(year)}><b>{year}</b> <span className="n">{count}</span><span className="hide"> {t('count', { count })}</span></a></li>)}
      </ul>
    </section>
  );
}

/** So many marks stand one over another; more are drawn as a bar. */
const few = 6;

type Span = { from: number; to: number; now: number };

function Drawing({ name, width, span, counted, most }: { name: string; width: number; span: Span; counted: readonly Counted[]; most: number }) {
  const step = width / (span.to - span.from);
  const x = (year: number) => Math.round((year - span.from) * step * 10) / 10;
  return (
    <svg className={name} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="y-org" d={`M0 ${base}H${width}`} />
      {ticksOf(span, width).map((year) => <g key={year}><path className="y-tick" d={`M${x(year)} ${base}v6`} /><text className="y-s" x={x(year)} y={height - 4} textAnchor="middle">{year}</text></g>)}
      <path className="chron-now" d={`M${x(span.now)} 4V${base}`} />
      {byYear(counted).map(({ year, count }) => {
        const ahead = sum(counted.filter((one) => one.year === year && one.ahead));
        return most > few
          ? <Bar key={year} x={x(year)} width={Math.max(2, Math.min(18, step - 2))} count={count} ahead={ahead} most={most} />
          : Array.from({ length: count }, (_, place) => <g key={`${year}-${place}`} transform={`translate(${x(year) - 7} ${base - 14.5 - place * 15}) scale(.875)`} className="chron-mark">{glyphs[place < count - ahead ? 'm-done' : 'm-plan']}</g>);
      })}
    </svg>
  );
}

/** What was stands full at the foot, what is to come hollow over it. */
function Bar({ x, width, count, ahead, most }: { x: number; width: number; count: number; ahead: number; most: number }) {
  const tall = (many: number) => Math.round((many / most) * (base - 8) * 10) / 10;
  const [was, all] = [tall(count - ahead), tall(count)];
  return (
    <>
      {was ? <rect className="chron-bar" x={x - width / 2} y={base - was} width={width} height={was} /> : null}
      {ahead ? <rect className="chron-next" x={x - width / 2} y={base - all} width={width} height={Math.max(1, all - was)} /> : null}
    </>
  );
}

/** Years of the axis that can stand side by side: each takes about 44 pixels. */
function ticksOf({ from, to }: Span, width: number): number[] {
  const fitting = width / 44;
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => (to - from) / years <= fitting) ?? 200;
  const first = Math.ceil((from + 0.5) / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((to - 0.5 - first) / step)) }, (_, place) => first + place * step);
}

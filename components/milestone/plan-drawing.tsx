import { useTranslations } from 'next-intl';
import { scaleOf, type Lane, type Scale, type Span } from './plan.ts';

type Props = { lanes: readonly Lane[]; today: string; caption: string };

/**
 * Planned against actual, a line each: hollow what was planned, filled what came of it, as wide as the date is vague; the
 * amber line is today. The same stands in words in the table beside, so it is hidden from whoever hears the page.
 */
export function PlanDrawing({ lanes, today, caption }: Props) {
  const t = useTranslations('milestones.plan');
  return (
    <figure className="plan">
      <Drawing lanes={lanes} today={today} width={800} className="m-wide" />
      <Drawing lanes={lanes} today={today} width={344} className="m-thin" />
      <figcaption className="sec-note">
        <span className="plan-key"><svg viewBox="0 0 20 14" aria-hidden="true"><rect className="plan-planned" x="1" y="2" width="18" height="10" /></svg>{t('planned')}</span>
        <span className="plan-key"><svg viewBox="0 0 20 14" aria-hidden="true"><rect className="plan-actual" x="1" y="2" width="18" height="10" /></svg>{t('actual')}</span>
        <span className="plan-key"><svg viewBox="0 0 20 14" aria-hidden="true"><path className="plan-today" d="M10 0V14" /></svg>{t('today')}</span>
        {caption}
      </figcaption>
    </figure>
  );
}

const [lane, gutter, top] = [30, 34, 8];

function Drawing({ lanes, today, width, className }: Omit<Props, 'caption'> & { width: number; className: string }) {
  const scale = scaleOf(lanes, width - gutter);
  if (!scale) return null;
  const height = top + lanes.length * lane;
  const now = scale.x(today);
  return (
    <svg className={className} viewBox={`0 0 ${width} ${height + 24}`} aria-hidden="true">
      <g transform={`translate(${gutter} 0)`}>
        {scale.ticks.map(({ x, year }) => (
          <g key={year}>
            <path className="y-tick" d={`M${x} 0V${height}`} />
            <text className="y-s" x={x} y={height + 18} textAnchor="start">{year}</text>
          </g>
        ))}
        {now > 0 && now < width - gutter ? <path className="plan-today" d={`M${now} 0V${height}`} /> : null}
        {lanes.map((one, place) => <LaneDrawing key={one.id} of={one} scale={scale} y={top + place * lane} />)}
      </g>
    </svg>
  );
}

function LaneDrawing({ of: { number, planned, actual }, scale, y }: { of: Lane; scale: Scale; y: number }) {
  return (
    <>
      {number === null ? null : <text className="y-t" x={-gutter} y={y + 15}>{number}</text>}
      {planned && actual ? <path className="plan-link" d={`M${scale.x(planned.from)} ${y + 11}H${scale.x(actual.to)}`} /> : null}
      {planned ? <Mark span={planned} scale={scale} y={y + 2} height={18} className="plan-planned" /> : null}
      {actual ? <Mark span={actual} scale={scale} y={y + 6} height={10} className="plan-actual" /> : null}
    </>
  );
}

/** As long as the date is vague, and never too short to be seen. */
function Mark({ span, scale, y, height, className }: { span: Span; scale: Scale; y: number; height: number; className: string }) {
  const [from, to] = [scale.x(span.from), scale.x(span.to)];
  const width = Math.max(8, to - from);
  return <rect className={className} x={Math.max(0, from - (width - (to - from)) / 2)} y={y} width={width} height={height} rx="2" />;
}

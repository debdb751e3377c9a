import { useTranslations } from 'next-intl';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { writeDay } from '#messages/dates.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import type { Tie } from '#office/milestone/ties.ts';
import { barsOf, placeIn, ticksOf, type Bar, type Drawn, type Tick } from './gantt.ts';
import { GanttKey } from './gantt-key.tsx';
import { GanttMark } from './gantt-mark.tsx';

type Props = { lines: readonly MilestoneLine[]; ties: readonly Tie[]; drawn: Drawn; today: string; form: WrittenForm; label: string };

export const [row, names, width, top] = [34, 300, 1000, 30];

/**
 * The plan as a drawing: a line each, hollow what is planned, filled what was reached, an arrow from what must be done before;
 * the amber line is today. It scrolls in a named region that takes the focus. The table beside says the same in words, so
 * the drawing is hidden from whoever hears the page, and gives way to the table on a phone.
 */
export function Gantt({ lines, ties, drawn, today, form, label }: Props) {
  const t = useTranslations('milestones.plan');
  const bars = barsOf(lines, today);
  const height = top + bars.length * row;
  const x = placeIn(drawn, width - names - 10);
  const isNow = drawn.from <= today && today <= drawn.to;
  return (
    <figure className="gantt">
      <section className="scroll" aria-label={label} tabIndex={0}>
        <svg viewBox={`0 0 ${width} ${height + 22}`} aria-hidden="true">
          {bars.map(({ id }, place) => (place % 2 === 0 ? <rect key={id} className="gantt-stripe" x="0" y={top + place * row} width={width} height={row} /> : null))}
          <g transform={`translate(${names} 0)`}>
            {ticksOf(drawn).map((tick) => (
              <g key={tick.day}>
                <path className="y-tick" d={`M${x(tick.day)} ${top - 6}V${height}`} />
                <text className="y-s" x={x(tick.day)} y={top - 12}>{tickWords(tick, form)}</text>
              </g>
            ))}
            {isNow ? <><path className="plan-today" d={`M${x(today)} ${top - 6}V${height}`} /><text className="gantt-now" x={x(today)} y={height + 16} textAnchor="middle">{t('today')}</text></> : null}
            {ties.map((tie) => <Arrow key={`${tie.from} ${tie.to}`} tie={tie} bars={bars} x={x} />)}
            {bars.map((bar, place) => <GanttMark key={bar.id} bar={bar} y={top + place * row} x={x} today={today} />)}
          </g>
          {lines.map((line, place) => (
            <text key={line.id} className="gantt-name" x="4" y={top + place * row + 21}><tspan className="gantt-number">{place + 1}.</tspan> {short(textIn(line.title, form))}</text>
          ))}
        </svg>
      </section>
      <figcaption className="sec-note"><GanttKey hasTies={ties.length > 0} hasDayless={bars.some(({ state, actual }) => state === 'done' && !actual)} /></figcaption>
    </figure>
  );
}

/** From the end of what must be done before to the beginning of what waits for it. */
function Arrow({ tie, bars, x }: { tie: Tie; bars: readonly Bar[]; x: ReturnType<typeof placeIn> }) {
  const [from, to] = [bars.find(({ id }) => id === tie.from), bars.find(({ id }) => id === tie.to)];
  const [first, then] = [from && (from.actual ?? from.planned), to && (to.actual ?? to.planned)];
  if (!from || !to || !first || !then) return null;
  const [x1, x2] = [x(first.to, 'end') + 4, x(then.from) - 8];
  const [y1, y2] = [middle(from), middle(to)];
  const turn = Math.max(x1 + 6, Math.min(x2 - 6, x1 + 14));
  const back = x2 < turn ? `V${y2 - Math.sign(y2 - y1) * (row / 2)}H${x2 - 6}` : '';
  return (
    <>
      <path className="gantt-tie" d={`M${x1} ${y1}H${turn}${back}V${y2}H${x2}`} />
      <path className="gantt-head" d={`M${x2} ${y2 - 4}l7 4l-7 4z`} />
    </>
  );
}

function middle({ number }: Bar): number {
  return top + (number - 1) * row + row / 2;
}

function tickWords({ day, word }: Tick, form: WrittenForm): string {
  if (word === 'year') return day.slice(0, 4);
  if (word === 'day') return writeDay(day, form, 'table').replace(/ ?\d{4}\.?$/, '');
  if (day.slice(5) === '01-01') return day.slice(0, 4);
  return monthNames[form].format(new Date(day));
}

const months = (tag: string) => new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' });
const monthNames: Record<WrittenForm, Intl.DateTimeFormat> = { 'sr-Cyrl': months('sr-Cyrl-RS'), 'sr-Latn': months('sr-Latn-RS'), en: months('en-GB') };

/** As much of a title as fits beside the drawing; the whole stands in the table. */
function short(title: string): string {
  return title.length > 38 ? `${title.slice(0, 37).trimEnd()}…` : title;
}

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';

/** A place on the axis: years as a decimal number (mid-May 2007 is about 2007.4), with the words that stand over it. */
export type YearMark = { at: number; words: string };

/** One membership: thin line = life of the network, thick line = membership, hatch = no date at all. */
export type YearLine = {
  id: string;
  name: ReactNode;
  href: string;
  note?: ReactNode;
  founded?: YearMark | null;
  reformed?: YearMark | null;
  joined?: YearMark | null;
  left?: YearMark | null;
  /** The same facts as a sentence, for readers who do not see the drawing. */
  sentence: string;
};

type YearsProps = { lines: readonly YearLine[]; from: number; today: number };

const widths = [['wide', 930], ['mid', 680], ['thin', 340]] as const;

/** One line per membership, drawn three times for three widths of the page; the stylesheet shows one of them. */
export function Years({ lines, from, today }: YearsProps) {
  const ticks = ticksBetween(from, today);
  return (
    <ul className="years">
      <li className="years-row years-axis" aria-hidden="true">
        <div />
        <div>{widths.map(([name, width]) => <Axis key={name} name={name} width={width} ticks={ticks} x={scale(from, today, width)} />)}</div>
      </li>
      {lines.map((line) => (
        <li className="years-row" key={line.id}>
          <div><a href={line.href}>{line.name}</a>{line.note ? <span className="src">{line.note}</span> : null}</div>
          <div>
            {line.joined || line.founded
              ? widths.map(([name, width]) => <Line key={name} name={name} width={width} ticks={ticks} today={today} line={line} x={scale(from, today, width)} />)
              : null}
            {line.joined ? null : <NoDate below={line.founded ? 'line' : 'nothing'} />}
            <span className="hide">{line.sentence}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

type Drawn = { name: string; width: number; ticks: readonly number[]; x: (year: number) => number };

function Axis({ name, width, ticks, x }: Drawn) {
  return (
    <svg className={name} viewBox={`0 0 ${width} 24`} aria-hidden="true">
      {ticks.map((year) => <text key={year} className="y-s" x={x(year)} y="17" textAnchor="middle">{year}</text>)}
    </svg>
  );
}

function Line({ name, width, ticks, x, line, today }: Drawn & { line: YearLine; today: number }) {
  const { founded, reformed, joined, left } = line;
  const end = x(today);
  return (
    <svg className={name} viewBox={`0 0 ${width} 38`} aria-hidden="true">
      {ticks.map((year) => <path key={year} className="y-tick" d={`M${x(year)} 0V38`} />)}
      {founded ? <path className="y-org" d={`M${x(founded.at)} 19H${end}`} /> : null}
      {founded ? <circle className="y-dot" cx={x(founded.at)} cy="19" r="4" /> : null}
      {reformed ? <circle className="y-dot" cx={x(reformed.at)} cy="19" r="4" /> : null}
      {joined ? <path className="y-mem" d={`M${x(joined.at)} 19H${left ? x(left.at) : end}`} /> : null}
      {joined ? <circle className="y-start" cx={x(joined.at)} cy="19" r="6.5" /> : null}
      {[founded && !joined ? founded : null, reformed].map((mark) => mark && <text key={mark.at} className="y-s" x={x(mark.at)} y="9" textAnchor={anchor(x(mark.at), width)}>{mark.words}</text>)}
      {joined ? <text className="y-t" x={x(joined.at)} y="9" textAnchor={anchor(x(joined.at), width)}>{joined.words}</text> : null}
    </svg>
  );
}

function NoDate({ below }: { below: 'line' | 'nothing' }) {
  const words = useTranslations('parts.years')('noDate');
  return <span className={below === 'line' ? 'unknown under' : 'unknown years-none'}>{words}</span>;
}

/** Years to pixels, with one place after the point. */
function scale(from: number, today: number, width: number): (year: number) => number {
  return (year) => Math.round(((year - from) / (today + 0.1 - from)) * width * 10) / 10;
}

/** Words near an edge run inwards, so that they are not cut off. */
function anchor(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < 40) return 'start';
  return x > width - 40 ? 'end' : 'middle';
}

function ticksBetween(from: number, today: number): number[] {
  const step = today - from > 45 ? 20 : 10;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((today - first) / step) + 1) }, (_, place) => first + place * step);
}

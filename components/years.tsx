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
  /** `unknown` where it ended and nobody knows when: then nothing is drawn of how long it was. */
  left?: YearMark | 'unknown' | null;
  /** The same facts as a sentence, for readers who do not see the drawing. */
  sentence: string;
};

type YearsProps = { lines: readonly YearLine[]; from: number; today: number };

const widths = [['wide', 930], ['mid', 680], ['thin', 340]] as const;

/**
 * One line per membership, drawn three times for three widths of the page; the stylesheet shows one of them. Drawn by plain
 * functions with as few elements as may be: a page of lines once spent half its time on them.
 */
export function Years({ lines, from, today }: YearsProps) {
  const noDate = useTranslations('parts.years')('noDate');
  const ticks = ticksBetween(from, today);
  const scales = widths.map(([name, width]): Drawn => {
    const x = scale(from, today, width);
    return { name, width, x, end: x(today), grid: ticks.map((year) => `M${x(year)} 0V38`).join('') };
  });
  return (
    <ul className="years">
      <li className="years-row years-axis" aria-hidden="true">
        <div />
        <div>{scales.map((drawn) => axis(drawn, ticks))}</div>
      </li>
      {lines.map((line) => (
        <li className="years-row" key={line.id}>
          <div><a href={line.href}>{line.name}</a>{line.note ? <span className="src">{line.note}</span> : null}</div>
          <div>
            {line.joined || line.founded ? scales.map((drawn) => drawing(drawn, line)) : null}
            {line.joined ? null : <span className={line.founded ? 'unknown under' : 'unknown years-none'}>{noDate}</span>}
            <span className="hide">{line.sentence}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

type Drawn = { name: string; width: number; x: (year: number) => number; end: number; /** The path of all ticks. */ grid: string };

function axis({ name, width, x }: Drawn, ticks: readonly number[]) {
  return (
    <svg key={name} className={name} viewBox={`0 0 ${width} 24`} aria-hidden="true">
      {ticks.map((year) => <text key={year} className="y-s" x={x(year)} y="17" textAnchor="middle">{year}</text>)}
    </svg>
  );
}

function drawing({ name, width, x, end, grid }: Drawn, { founded, reformed, joined, left }: YearLine) {
  const dots = [founded, reformed].flatMap((mark) => (mark ? [dot(x(mark.at))] : [])).join('');
  return (
    <svg key={name} className={name} viewBox={`0 0 ${width} 38`} aria-hidden="true">
      <path className="y-tick" d={grid} />
      {founded ? <path className="y-org" d={`M${x(founded.at)} 19H${end}`} /> : null}
      {dots ? <path className="y-dot" d={dots} /> : null}
      {joined && left !== 'unknown' ? <path className="y-mem" d={`M${x(joined.at)} 19H${left ? x(left.at) : end}`} /> : null}
      {joined ? <circle className="y-start" cx={x(joined.at)} cy="19" r="6.5" /> : null}
      {[founded && !joined ? founded : null, reformed].map((mark) => mark && <text key={mark.at} className="y-s" x={x(mark.at)} y="9" textAnchor={anchor(x(mark.at), width)}>{mark.words}</text>)}
      {joined ? <text className="y-t" x={x(joined.at)} y="9" textAnchor={anchor(x(joined.at), width)}>{joined.words}</text> : null}
    </svg>
  );
}

/** A circle of radius 4 on the line. */
function dot(x: number): string {
  return `M${Math.round((x - 4) * 10) / 10} 19a4 4 0 1 0 8 0a4 4 0 1 0-8 0`;
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

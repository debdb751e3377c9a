import { useTranslations } from 'next-intl';

/** A day on the bar: ISO day and the same day written out. */
export type TermDay = { day: string; words: string };

type Term = { from: TermDay; to: TermDay; today: TermDay; decideBy?: TermDay | null; label: string };

/** The running period: run so far, today in amber, and the day by which the office must decide. */
export function TermBar(term: Term) {
  return (
    <figure>
      <figcaption className="hide">{term.label}</figcaption>
      <TermDrawing term={term} className="term m-wide" width={1000} drop={0} />
      <TermDrawing term={term} className="term m-thin" width={344} drop={19} />
    </figure>
  );
}

type Drawing = { term: Term; className: string; width: number; drop: number };

function TermDrawing({ term, className, width, drop }: Drawing) {
  const t = useTranslations('parts.term');
  const time = useTranslations('states.time');
  const x = (day: string) => placeOf(day, term, width);
  const today = x(term.today.day);
  const decide = term.decideBy ? x(term.decideBy.day) : 0;
  return (
    <svg className={className} viewBox={`0 -26 ${width} ${78 + drop}`} aria-hidden="true">
      <rect className="m-track" x="0" y="4" width={width} height="14" />
      <rect className="m-city" x="0" y="4" width={today} height="14" />
      {term.decideBy ? <path className="y-org" d={`M${decide} -4V26`} /> : null}
      {term.decideBy ? <text className="y-t" x={decide} y="-10" textAnchor={anchor(decide, width)}>{time('decideBy', { day: term.decideBy.words })}</text> : null}
      <circle className="y-start" cx={today} cy="11" r="7" />
      <text className="y-t" x={today} y={44 + drop} textAnchor={anchor(today, width)}>{t('today')}</text>
      <text className="y-s" x="0" y="44">{term.from.words}</text>
      <text className="y-s" x={width} y="44" textAnchor="end">{term.to.words}</text>
    </svg>
  );
}

/** Pixels from the start of the period, held inside the bar. */
function placeOf(day: string, { from, to }: Term, width: number): number {
  const [start, end] = [Date.parse(from.day), Date.parse(to.day)];
  const share = end > start ? (Date.parse(day) - start) / (end - start) : 1;
  return Math.round(Math.min(1, Math.max(0, share)) * width * 10) / 10;
}

function anchor(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < width / 3) return 'start';
  return x > (width * 2) / 3 ? 'end' : 'middle';
}

import { useTranslations } from 'next-intl';

/** A day on the bar: ISO day and the same day written out. */
export type TermDay = { day: string; words: string };

type Term = { from: TermDay; to: TermDay; today: TermDay; decideBy?: TermDay | null; label: string };

/** The running period: run so far, today in amber, and the day by which the office must decide. Its places are shares of its width, so that its words keep their size in any column. */
export function TermBar(term: Term) {
  return (
    <figure>
      <figcaption className="hide">{term.label}</figcaption>
      <TermDrawing {...term} />
    </figure>
  );
}

function TermDrawing(term: Term) {
  const t = useTranslations('parts.term');
  const time = useTranslations('states.time');
  const today = shareOf(term.today.day, term);
  const decide = term.decideBy ? shareOf(term.decideBy.day, term) : 0;
  return (
    <svg className="term" aria-hidden="true">
      <rect className="m-track" x="0" y="26" width="100%" height="14" />
      <rect className="m-city" x="0" y="26" width={`${today}%`} height="14" />
      {term.decideBy ? <line className="y-org" x1={`${decide}%`} x2={`${decide}%`} y1="18" y2="48" /> : null}
      {term.decideBy ? <text className="y-t" x={`${decide}%`} y="12" textAnchor={anchor(decide)}>{time('decideBy', { day: term.decideBy.words })}</text> : null}
      <circle className="y-start" cx={`${today}%`} cy="33" r="7" />
      <text className="y-t" x={`${today}%`} y="83" textAnchor={anchor(today)}>{t('today')}</text>
      <text className="y-s" x="0" y="64">{term.from.words}</text>
      <text className="y-s" x="100%" y="64" textAnchor="end">{term.to.words}</text>
    </svg>
  );
}

/** How much of the period lies before this day, in hundredths held inside the bar. */
function shareOf(day: string, { from, to }: Term): number {
  const [start, end] = [Date.parse(from.day), Date.parse(to.day)];
  const share = end > start ? (Date.parse(day) - start) / (end - start) : 1;
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
}

function anchor(share: number): 'start' | 'middle' | 'end' {
  if (share < 100 / 3) return 'start';
  return share > 200 / 3 ? 'end' : 'middle';
}

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Standing } from '#components/standing.tsx';
import { standingsOf, type StandingNoun, type StandingOf } from '#components/standing-signs.ts';
import { Card } from '#components/todo.tsx';
import { writeDate, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Month, OfficeState, Week } from '#office/desk/state.ts';

/** The records of one noun by what they are in: a sign, a bar and a figure, in the order of a life. */
export function StatesCard<N extends StandingNoun>({ of, heading, tallies, hrefOf }: { of: N; heading: string; tallies: readonly { state: string; count: number }[]; hrefOf: ((state: string) => string) | null }) {
  const t = useTranslations('desk');
  const held = standingsOf(of).flatMap((state) => tallies.filter((one) => one.state === state));
  const longest = Math.max(1, ...held.map(({ count }) => count));
  return (
    <Card heading={heading} width={4}>
      {held.length === 0 ? <EmptyState icon="info" heading={t('noRecords')} /> : (
        <table className="figures">
          <caption className="hide">{heading}</caption>
          <thead className="hide"><tr><th scope="col">{t('stateColumn')}</th><th scope="col">{t('countColumn')}</th></tr></thead>
          <tbody>
            {held.map(({ state, count }) => (
              <tr key={state}>
                <th scope="row"><Linked href={hrefOf?.(state)}><Standing of={of} standing={state as StandingOf<N>} /></Linked></th>
                <td><Bar of={longest} count={count} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

/** The deadlines of twelve months: by when to decide, what ends, what is due. */
export function MonthsCard({ months, form }: { months: readonly Month[]; form: WrittenForm }) {
  const t = useTranslations('desk');
  const longest = Math.max(1, ...months.flatMap(({ decide, ends, due }) => [decide, ends, due]));
  const none = months.every(({ decide, ends, due }) => decide + ends + due === 0);
  return (
    <Card heading={t('months')}>
      {none ? <EmptyState icon="calendar-clock" heading={t('noDeadlines')}>{t('noDeadlinesWhy')}</EmptyState> : (
        <table className="figures">
          <caption className="hide">{t('months')}</caption>
          <thead><tr><th scope="col">{t('monthColumn')}</th>{(['decide', 'ends', 'due'] as const).map((what) => <th key={what} scope="col">{t(`deadlineKinds.${what}`)}</th>)}</tr></thead>
          <tbody>
            {months.map(({ month, decide, ends, due }) => (
              <tr key={month}>
                <th scope="row">{writeDate(month, form, 'table')}</th>
                <td><Bar of={longest} count={decide} tone="wait" /></td><td><Bar of={longest} count={ends} tone="past" /></td><td><Bar of={longest} count={due} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

/** How much was worked in each of twelve weeks. */
export function WeeksCard({ weeks, whose, form }: { weeks: readonly Week[]; whose: OfficeState['whose']; form: WrittenForm }) {
  const t = useTranslations('desk');
  const longest = Math.max(1, ...weeks.map(({ changes }) => changes));
  const heading = t(whose === 'mine' ? 'myWeeks' : 'weeks');
  return (
    <Card heading={heading}>
      <table className="figures">
        <caption className="hide">{heading}</caption>
        <thead><tr><th scope="col">{t('weekColumn')}</th><th scope="col">{t('changesColumn')}</th></tr></thead>
        <tbody>
          {weeks.toReversed().map(({ monday, changes }) => (
            <tr key={monday}><th scope="row">{writeDay(monday, form, 'table')}</th><td><Bar of={longest} count={changes} /></td></tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** A bar beside its figure, on one scale with the others of its table; nothing is no bar. */
function Bar({ of, count, tone }: { of: number; count: number; tone?: 'wait' | 'past' }) {
  return (
    <>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {count > 0 ? <rect className={tone ? `bar-${tone}` : 'meter-on'} width={Math.max(1, Math.round((count / of) * 1_000) / 10)} height="8" /> : null}
      </svg>
      <span className={count === 0 ? 'num soft' : 'num'}>{count}</span>
    </>
  );
}

function Linked({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href ? <a href={href}>{children}</a> : children;
}

import { useTranslations } from 'next-intl';
import { RecordSheet } from '#components/record-sheet.tsx';
import { writeWithin } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Lived } from '#office/agreement/periods.ts';

/** The periods of the agreement one under the other, as they are reckoned: which were agreed, which came tacitly, which comes next. */
export function Periods({ periods, form }: { periods: readonly Lived[]; form: WrittenForm }) {
  const t = useTranslations('agreements.next');
  if (periods.length < 2) return null;
  const day = (bounds: Lived['endsOn']) => (bounds ? writeWithin(bounds, form, 'table') : null);
  const how = { agreement: 'periodFirst', tacit: 'periodTacit', express: 'periodExpress', next: 'periodNext' } as const;
  return (
    <section className="sec" id="periods">
      <h2>{t('periods')}</h2>
      <RecordSheet rows={periods.map(({ number, startsOn, endsOn, by }) => ({
        term: t('period', { number }), value: <>{day(startsOn) ?? t('open')} – {day(endsOn) ?? t('open')}</>, source: t(how[by]),
      }))} />
    </section>
  );
}

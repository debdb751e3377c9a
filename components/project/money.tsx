import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { MoneyBars, type MoneyFigure } from '#components/money-bars.tsx';
import { writeMoney } from '#messages/numbers.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { ProjectRecord } from '#office/project/read.ts';

/**
 * The City's share, the whole project, the whole programme, each in its own row: what is not known stays empty, and
 * nothing is carried over from one to another. The programme's own amount stands where the project states none.
 */
export function ProjectMoney({ project, form }: { project: ProjectRecord; form: WrittenForm }) {
  const t = useTranslations('projects');
  const ofProgramme = project.amounts.some(({ scope }) => scope === 'programme_total') ? [] : project.programmeAmounts.filter(({ scope }) => scope === 'programme_total');
  const amounts = [...project.amounts, ...ofProgramme];
  const figures = amounts.map(({ scope, amount, currency, certainty }): MoneyFigure => ({
    scope, amount, currency, written: writeMoney({ amount, currency }, form), estimated: certainty === 'estimated',
  }));
  const notes = amounts.flatMap(({ note }) => (note ? [note] : []));
  const shareUnknown = amounts.length > 0 && !amounts.some(({ scope }) => scope === 'city_share');
  return (
    <section className="sec">
      <h2>{t('money')}</h2>
      <MoneyBars figures={figures}>
        {notes.length > 0
          ? notes.map((note, place) => <LocalTextView key={place} text={note} form={form} />)
          : shareUnknown ? t('shareUnknown') : null}
      </MoneyBars>
    </section>
  );
}

import { useTranslations } from 'next-intl';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeNumber } from '#messages/numbers.ts';
import type { Noun } from '#office/permission.ts';
import { inAll, type NounCount } from '#office/register/register.ts';

/** Where each kind of record is listed; programmes and documents stand with the records that they belong to. */
const lists: Partial<Record<Noun, string>> = { agreement: 'agreements', membership: 'networks', project: 'projects', organisation: 'partners', milestone: 'milestones' };

/** How many records of each kind there are, and how far they have been checked. */
export function Holdings({ counts, form }: { counts: readonly NounCount[]; form: WrittenForm }) {
  const t = useTranslations('about.holds');
  const all = inAll(counts);
  const figures = (one: Pick<NounCount, 'total' | 'checked' | 'disputed'>) =>
    (['total', 'checked', 'disputed'] as const).map((key) => <td key={key} className="num">{writeNumber(one[key], form)}</td>);
  return (
    <>
      <table className="table holdings">
        <caption className="hide">{t('text')}</caption>
        <thead><tr>{(['kind', 'records', 'checked', 'disputed'] as const).map((head) => <th key={head} scope="col">{t(head)}</th>)}</tr></thead>
        <tbody>
          {counts.map((one) => (
            <tr key={one.noun}>
              <th scope="row">{lists[one.noun] ? <a href={`/${form}/${lists[one.noun]}`}>{t(one.noun)}</a> : t(one.noun)}</th>
              {figures(one)}
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t('all')}</th>{figures(all)}</tr></tfoot>
      </table>
      {all.changedAt ? <p className="soft">{t('changed', { day: writeDay(belgradeToday(all.changedAt), form, 'sentence') })}</p> : null}
    </>
  );
}

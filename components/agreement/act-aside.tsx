import { useTranslations } from 'next-intl';
import { PublicationMark } from '#components/publication-mark.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { Standing } from '#components/standing.tsx';
import type { Publication } from '#db/columns.ts';
import { uncapital } from '#messages/capital.ts';
import { writeDay } from '#messages/dates.ts';
import { genderOf } from '#messages/gender.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Outlook } from '#office/agreement/outlook.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';

type Props = { agreement: AgreementRecord; publication: Publication; outlook: Outlook; keepers: { owner: string | null; deputy: string | null }; form: WrittenForm };

/** What the act will bring, said before it is entered, and how the record stands now. */
export function ActAside({ agreement, publication, outlook, keepers, form }: Props) {
  const t = useTranslations('agreements.next');
  const states = useTranslations('states.standing');
  const gender = genderOf(agreement.type ?? '');
  const { before, after, notice } = outlook;
  const day = (iso: string) => writeDay(iso, form, 'sentence');
  return (
    <aside aria-label={t('what')}>
      <h2>{t('what')}</h2>
      <ol className="list">
        <li>{t(before === after ? 'stays' : 'becomes', { state: uncapital(states(after, { gender })) })}</li>
        {notice ? <><li>{t('noticeInTime', { by: day(notice.by), end: day(notice.end) })}</li><li>{t('noticeLate', { end: day(notice.later) })}</li></> : null}
        <li>{t('stands')}</li>
        {publication === 'published' ? <li>{t('public')}</li> : null}
      </ol>
      <h2 className="sec">{t('now')}</h2>
      <RecordSheet rows={[
        { term: t('standing'), value: <Standing of="agreement" standing={before} gender={gender} /> },
        { term: t('publication'), value: <PublicationMark state={publication} /> },
        { term: t('owner'), value: keepers.owner ?? <span className="unknown">{t('nobody')}</span> },
        { term: t('deputy'), value: keepers.deputy ?? <span className="unknown">{t('nobody')}</span> },
      ]} />
    </aside>
  );
}

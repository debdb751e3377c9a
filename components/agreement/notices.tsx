import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { Notice } from '#components/notice.tsx';
import { belgradeToday, writeDate, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';

/** What changes the meaning of the text or of the page, in the order of the design: amended or replaced, expiring, incomplete, corrected. */
export function AgreementNotices({ agreement, form }: { agreement: AgreementRecord; form: WrittenForm }) {
  const t = useTranslations('agreements.notice');
  const copies = useTranslations('vocabulary.completeness');
  const kinds = useTranslations('vocabulary.act');
  const { acts, linkedFrom, standing, completeness, correctedAt } = agreement;
  const amendments = acts.filter(({ kind }) => kind === 'amendment');
  const successor = linkedFrom.find(({ kind, other }) => kind === 'replaces' && other);
  return (
    <>
      {successor?.other ? (
        <Notice tone="wait" weight="solid" heading={t('replacedBy')}>
          <p><a href={`/${form}/agreements/${successor.other.slug}`}><LocalTextView text={successor.other.title} form={form} say="elsewhere" /></a></p>
        </Notice>
      ) : null}
      {amendments.length > 0 ? (
        <Notice tone="wait" weight="solid" heading={t('amended')}>
          <p>{t('amendedWhat', { acts: amendments.map((act) => nameOf(act)).join('; ') })}</p>
        </Notice>
      ) : null}
      {standing.soonIn !== null && standing.endsBy ? (
        <Notice tone="wait" glyph="soon" heading={t('soon', { days: standing.soonIn })}><p>{t('soonWhy', { day: writeDay(standing.endsBy, form) })}</p></Notice>
      ) : null}
      {completeness.length > 0 ? <Notice tone="past" heading={t('incomplete')}><p>{completeness.map((flag) => copies(flag)).join(', ')}.</p></Notice> : null}
      {correctedAt ? <Notice tone="past" heading={t('corrected')}><p>{t('correctedOn', { day: writeDay(belgradeToday(correctedAt), form, 'sentence') })}</p></Notice> : null}
    </>
  );

  function nameOf({ number, on, kind }: AgreementRecord['acts'][number]): string {
    return [number ?? kinds(kind), on ? writeDate(on.edtf, form) : null].filter(Boolean).join(', ');
  }
}

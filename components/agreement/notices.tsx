import { useTranslations } from 'next-intl';
import { TextsBeside } from '#components/agreement/beside.tsx';
import { Notice } from '#components/notice.tsx';
import { writeDate, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { holdsUntil, isEndExact } from './until.ts';

type Props = {
  agreement: AgreementRecord; form: WrittenForm;
  /** ISO day. */
  today: string;
  /** The ISO day on which the public record was last corrected, where it was. */
  correctedOn: string | null;
};

/** What changes the meaning of the text or of the page, in the order of the design: amended or replaced, expiring, incomplete, corrected. */
export function AgreementNotices({ agreement, form, today, correctedOn }: Props) {
  const t = useTranslations('agreements.notice');
  const copies = useTranslations('vocabulary.completeness');
  const { standing, completeness } = agreement;
  return (
    <>
      <TextsBeside agreement={agreement} form={form} />
      <Amendments agreement={agreement} form={form} />
      {standing.soonIn !== null && standing.endsBy ? (
        <Notice tone="wait" glyph="soon" heading={!isEndExact(standing) ? t('soonVague') : standing.endsBy < today ? t('noticeRanOut') : t('soon', { days: standing.soonIn })}><p>{t('soonWhy', { day: holdsUntil(standing, form, 'long') ?? '' })}</p></Notice>
      ) : null}
      {completeness.length > 0 ? <Notice tone="past" heading={t('incomplete')}><p>{completeness.map((flag) => copies(flag)).join(', ')}.</p></Notice> : null}
      {correctedOn ? (
        <Notice tone="past" icon="pencil" heading={t('corrected')}>
          <p>{t('correctedOn', { day: writeDay(correctedOn, form, 'sentence') })} <a href="#history">{t('correctedWhat')}</a></p>
        </Notice>
      ) : null}
    </>
  );
}

/** Amendments that are acts of this record and have no record of their own. */
function Amendments({ agreement: { acts, linkedFrom }, form }: Pick<Props, 'agreement' | 'form'>) {
  const t = useTranslations('agreements.notice');
  const kinds = useTranslations('vocabulary.act');
  const amendments = acts.filter(({ kind }) => kind === 'amendment');
  if (amendments.length === 0 || linkedFrom.some(({ kind, other }) => other && kind === 'amends')) return null;
  const named = amendments.map(({ number, on, kind }) => [number ?? kinds(kind), on ? writeDate(on.edtf, form) : null].filter(Boolean).join(', '));
  return (
    <Notice tone="wait" glyph="replaced" weight="solid" heading={t('amended')}>
      <p>{t('amendedWhat', { acts: named.join('; ') })}</p>
    </Notice>
  );
}

import { useTranslations } from 'next-intl';
import { DueMark } from '#components/due-mark.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { isTooLateForNotice } from '#office/agreement/agreement.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';

/** The days by which something has to be done, and what of the record is not known. */
export function Alarms({ agreement, form, today }: { agreement: AgreementRecord; form: WrittenForm; today: string }) {
  const t = useTranslations('agreements.desk');
  const kinds = useTranslations('vocabulary.act');
  const { decideBy, noticeBy, noticeEnds, endsBy, renewsOn, decideByPassed, soonIn, gaps, unknown } = agreement.standing;
  const late = decideBy && decideByPassed ? Math.round((Date.parse(today) - Date.parse(decideBy)) / 86_400_000) : null;
  const day = (iso: string) => writeDay(iso, form);
  const rows = [
    ...(decideBy ? [{ term: t('decideBy'), value: <>{day(decideBy)} {late === null ? null : <DueMark kind="overdue" days={late} />}</> }] : []),
    ...(noticeBy ? [{ term: t('noticeBy'), value: noticeEnds && isTooLateForNotice(agreement.standing) ? t('noticeEnds', { by: day(noticeBy), day: writeDay(noticeEnds, form, 'sentence') }) : day(noticeBy) }] : []),
    ...(endsBy ? [{ term: t('endsBy'), value: <>{day(endsBy)} {soonIn === null ? null : <DueMark kind="soon" days={soonIn} />}</> }] : []),
    ...(renewsOn ? [{ term: t('renewsOn'), value: day(renewsOn) }] : []),
    ...(gaps.length ? [{ term: t('gaps'), value: gaps.map((kind) => kinds(kind)).join(', ') }] : []),
    ...(unknown.length ? [{ term: t('unknown'), value: <span className="unknown">{unknown.map((fact) => t(`unknownFacts.${fact}`)).join(', ')}</span> }] : []),
  ];
  return rows.length ? <section className="sec"><h2>{t('alarms')}</h2><RecordSheet rows={rows} /></section> : null;
}

import { useTranslations } from 'next-intl';
import { DueMark } from '#components/due-mark.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { isTooLateForNotice } from '#office/agreement/agreement.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import type { ToDecide } from '#office/agreement/to-decide.ts';
import { daysBetween } from '#office/milestone/milestone.ts';
import { actWord } from './act-word.ts';
import { holdsUntil, isEndExact } from './until.ts';

/** The days by which something has to be done, and what of the record is not known. */
export function Alarms({ agreement, decision, form, today }: { agreement: AgreementRecord; decision: ToDecide; form: WrittenForm; today: string }) {
  const t = useTranslations('agreements.desk');
  const kinds = useTranslations('vocabulary.act');
  const { decideBy, noticeBy, noticeEnds, endsBy, renewsOn, soonIn, gaps, unknown } = agreement.standing;
  const day = (iso: string) => writeDay(iso, form);
  const rows = [
    ...(decideBy ? [{ term: t('decideBy'), value: <>{day(decideBy)} <Decision of={decision} by={decideBy} form={form} today={today} /></> }] : []),
    ...(noticeBy ? [{ term: t('noticeBy'), value: noticeEnds && isTooLateForNotice(agreement.standing) ? t('noticeEnds', { by: day(noticeBy), day: writeDay(noticeEnds, form, 'sentence') }) : day(noticeBy) }] : []),
    ...(endsBy ? [{ term: t('endsBy'), value: <>{holdsUntil(agreement.standing, form, 'long')} {soonIn === null || endsBy < today || !isEndExact(agreement.standing) ? null : <DueMark kind="soon" days={soonIn} />}</> }] : []),
    ...(renewsOn ? [{ term: t('renewsOn'), value: day(renewsOn) }] : []),
    ...(gaps.length ? [{ term: t('gaps'), value: gaps.map((kind) => kinds(actWord(kind, agreement))).join(', ') }] : []),
    ...(unknown.length ? [{ term: t('unknown'), value: <span className="unknown">{unknown.map((fact) => t(`unknownFacts.${fact}`)).join(', ')}</span> }] : []),
  ];
  return rows.length ? <section className="sec"><h2>{t('alarms')}</h2><RecordSheet rows={rows} /></section> : null;
}

/** Whether that day still waits for somebody. */
function Decision({ of, by, form, today }: { of: ToDecide; by: string; form: WrittenForm; today: string }) {
  const t = useTranslations('agreements.desk');
  if (of?.state === 'decided') return <span className="soft">· {t('decidedOn', { day: writeDay(of.on, form, 'sentence') })}</span>;
  return of?.state === 'waits' && by < today ? <DueMark kind="overdue" days={daysBetween(by, today)} /> : null;
}

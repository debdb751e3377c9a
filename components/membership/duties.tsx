import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { useRecurrenceWords } from '#components/obligation/recurrence-words.ts';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { MembershipState } from '#office/membership/membership.ts';
import type { MembershipRecord } from '#office/membership/read.ts';
import { obligationStandsOn } from '#office/obligation/obligation.ts';
import { isOver } from '#office/over.ts';

/** What the City owes as a member, each with its state on this day; where the membership is over, `state`, nothing is open any more. */
export function Duties({ duties, state, form, today }: { duties: MembershipRecord['obligations']; state: MembershipState; form: WrittenForm; today: string }) {
  const t = useTranslations('networks.duties');
  const states = useTranslations('states.obligation');
  const often = useRecurrenceWords(form);
  if (duties.length === 0) return <EmptyState icon="file-text" heading={t('none')}>{t('why')}</EmptyState>;
  return (
    <ul className="list">
      {duties.map((duty) => (
        <li key={duty.id}>
          <LocalTextView text={duty.text} form={form} say="elsewhere" />
          <span className="src">
            {[
              duty.state === 'open' && isOver('membership', state) ? null : states(obligationStandsOn(duty, today)),
              duty.due ? t('due', { date: writeDate(duty.due.edtf, form) }) : null,
              duty.recurrence ? often(duty.recurrence) : null,
            ].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Who represents the City, in which body, from when until when. */
export function Representatives({ representatives, form }: { representatives: MembershipRecord['representatives']; form: WrittenForm }) {
  const t = useTranslations('networks.representatives');
  if (representatives.length === 0) return <EmptyState icon="users" heading={t('none')}>{t('why')}</EmptyState>;
  return (
    <ul className="list">
      {representatives.map(({ id, holder, office, body, validFrom, validTo }) => (
        <li key={id}>
          {holder}
          {office ? <>, <LocalTextView text={office} form={form} say="elsewhere" /></> : null}
          <span className="src">
            {body ? <LocalTextView text={body} form={form} say="elsewhere" /> : null}
            {validFrom ? <>{' '}{t('from', { date: writeDate(validFrom.edtf, form, 'sentence') })}</> : null}
            {validTo ? <>{' '}{t('until', { date: writeDate(validTo.edtf, form, 'sentence') })}</> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { useTranslations } from 'next-intl';
import { TermBar } from '#components/term-bar.tsx';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';

/** The running period as a bar, where both its ends are exact days, and what renews or ends it. */
export function AgreementTerm({ agreement, form, today }: { agreement: AgreementRecord; form: WrittenForm; today: string }) {
  const t = useTranslations('agreements.term');
  const { period, decideBy: toDecide, state } = agreement.standing;
  if (!period?.endsOn) return null;
  const [from, to] = [exact(period.startsOn), exact(period.endsOn)];
  // Of a later period it has no place on the bar of this one.
  const decideBy = toDecide && from && to && from <= toDecide && toDecide <= to ? toDecide : null;
  const day = (iso: string) => ({ day: iso, words: writeDay(iso, form, 'table') });
  const inSentence = (iso: string) => writeDay(iso, form, 'sentence');
  return (
    <section className="sec">
      <h2>{t('heading')}</h2>
      {from && to ? (
        <TermBar from={day(from)} to={day(to)} today={day(today)} decideBy={decideBy ? day(decideBy) : null}
          label={[t('label', { from: inSentence(from), to: inSentence(to), today: writeDay(today, form) }), decideBy ? t('decide', { day: inSentence(decideBy) }) : null].filter(Boolean).join(' ')} />
      ) : null}
      <p className="small soft">{period.number > 1 ? `${t('period', { number: period.number })} ` : null}{state === 'in_force' ? <Renewal agreement={agreement} /> : null}</p>
    </section>
  );
}

/** By when notice has to be given is said in the answer, and among the days of the workspace. */
function Renewal({ agreement: { renewal, renewalMonths } }: { agreement: AgreementRecord }) {
  const t = useTranslations('agreements.term');
  const values = useTranslations('values');
  if (renewal !== 'tacit') return renewal ? t(renewal) : null;
  return renewalMonths ? t('tacitOpen', { months: values('months', { months: renewalMonths }) }) : t('tacitUnknown');
}

function exact(bounds: { earliest: string | null; latest: string | null } | null): string | null {
  return bounds && bounds.earliest === bounds.latest ? bounds.earliest : null;
}

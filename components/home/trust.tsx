import { useTranslations } from 'next-intl';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeNumber } from '#messages/numbers.ts';
import type { inAll } from '#office/register/register.ts';

/** Under the sentence: how much of it has been checked, and when anything last changed. */
export function Trust({ all: { total, checked, changedAt }, form }: { all: ReturnType<typeof inAll>; form: WrittenForm }) {
  const t = useTranslations('home');
  const state = checked === 0 ? 'none' : checked === total ? 'all' : 'some';
  return (
    <>
      <p>{t('with')} {total ? t('checked', { state, checked, total: writeNumber(total, form) }) : null}</p>
      {changedAt ? <p>{t('changed', { day: writeDay(belgradeToday(changedAt), form, 'sentence') })}</p> : null}
    </>
  );
}

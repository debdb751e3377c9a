import { useTranslations } from 'next-intl';
import { dayInSentence } from '#components/shown-date.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { recurrenceOf } from '#office/obligation/obligation.ts';

/** A recurrence in words: „једном годишње“, „на свака 3 месеца, најкасније до 31. децембра 2030.“; a rule that has none stands as it is. */
export function useRecurrenceWords(form: WrittenForm): (rule: string) => string {
  const t = useTranslations('vocabulary.recurrence');
  const values = useTranslations('values');
  return (rule) => {
    const said = recurrenceOf(rule);
    if (!said) return rule;
    const often = t(said.unit, { every: said.every });
    return said.until ? t('until', { often, day: dayInSentence(said.until, form, (month) => values('monthOf', { month })) }) : often;
  };
}

import { useTranslations } from 'next-intl';
import { dayInSentence } from '#components/shown-date.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { recurrenceOf, type Recurrence } from '#office/obligation/obligation.ts';

type Words = { readonly say: (key: Recurrence['unit'] | 'until', values: Record<string, string | number>) => string; readonly day: (iso: string) => string };

/** A recurrence in words: „једном годишње“, „на свака 3 месеца, најкасније до 31. децембра 2030.“; a rule that has none stands as it is. */
export function recurrenceIn(rule: string, { say, day }: Words): string {
  const said = recurrenceOf(rule);
  if (!said) return rule;
  const often = say(said.unit, { every: said.every });
  return said.until ? say('until', { often, day: day(said.until) }) : often;
}

/** The same for a component, in the browser too. */
export function useRecurrenceWords(form: WrittenForm): (rule: string) => string {
  const t = useTranslations('vocabulary.recurrence');
  const values = useTranslations('values');
  return (rule) => recurrenceIn(rule, { say: (key, held) => t(key, held), day: (iso) => dayInSentence(iso, form, (month) => values('monthOf', { month })) });
}

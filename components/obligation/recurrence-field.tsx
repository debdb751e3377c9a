'use client';
import { ChoiceField } from '#components/fields/choice-field.tsx';
import { useFormFace, useWrittenForm } from '#components/form-face.ts';
import { recurrences } from '#office/obligation/obligation.ts';
import { useRecurrenceWords } from './recurrence-words.ts';

/** How often a duty in a row of a long form recurs: the usual ones, and the one that stands; others are entered on the duty's own page. */
export function RecurrenceField({ name, none }: { name: string; none: string }) {
  const { values } = useFormFace();
  const often = useRecurrenceWords(useWrittenForm());
  const stands = values[name]?.[0];
  const rules = [...recurrences, ...(stands && !recurrences.some((rule) => rule === stands) ? [stands] : [])];
  return <ChoiceField name={name} options={rules.map((rule) => ({ value: rule, label: often(rule) }))} none={none} />;
}

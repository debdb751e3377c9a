'use client';
import { CheckField } from '#components/fields/choice-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

/** Whether the morning's letter comes. */
export function LettersChoice(form: Pick<EntryFormProps, 'action' | 'submit' | 'hidden' | 'values'>) {
  return <EntryForm {...form} noun="person" keepAs="nothing"><CheckField name="dailyLetter" /></EntryForm>;
}

'use client';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; words: string };

/** It was reached: on which day, and a note if need be. */
export function CompleteForm({ back, words, ...form }: Props) {
  return (
    <EntryForm {...form} noun="milestone" beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      <FuzzyDateField name="on" />
      <LocalTextField name="note" rows={2} />
    </EntryForm>
  );
}

/** The date that takes the place of the planned one. */
export function PostponeForm({ back, words, ...form }: Props) {
  return (
    <EntryForm {...form} noun="milestone" beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      <FuzzyDateField name="planned" />
      <LocalTextField name="note" rows={2} />
    </EntryForm>
  );
}

/** It was given up: when, and why. */
export function CancelForm({ back, words, ...form }: Props) {
  return (
    <EntryForm {...form} noun="milestone" kind="harm" beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      <FuzzyDateField name="on" />
      <LocalTextField name="note" rows={2} />
    </EntryForm>
  );
}

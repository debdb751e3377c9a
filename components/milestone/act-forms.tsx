'use client';
import type { ReactNode } from 'react';
import { CheckField } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { NeedsContext } from '#components/form-face.ts';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; words: string };

/** Work on it has begun: on which day, and how far it is. */
export function StartForm({ back, words, ...form }: Props) {
  return (
    <EntryForm {...form} noun="milestone" beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      <FuzzyDateField name="on" />
      <TextField name="progress" inputMode="numeric" width="w-4" />
      <LocalTextField name="note" rows={2} />
    </EntryForm>
  );
}

/** How far it is now. */
export function ProgressForm({ back, words, ...form }: Props) {
  return (
    <EntryForm {...form} noun="milestone" beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      <TextField name="progress" inputMode="numeric" width="w-4" />
      <TextField name="reason" />
    </EntryForm>
  );
}

/** It was reached: on which day, and a note if need be; `first` names what should have been done before and is not. */
export function CompleteForm({ back, words, first, ...form }: Props & { first?: ReactNode }) {
  return (
    <EntryForm {...form} noun="milestone" beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      {first ? <>{first}<CheckField name="despite" /></> : null}
      <FuzzyDateField name="on" />
      <LocalTextField name="note" rows={2} />
    </EntryForm>
  );
}

/** The date that takes the place of the planned one; `waiting` names what waits for it. */
export function PostponeForm({ back, words, waiting, ...form }: Props & { waiting?: ReactNode }) {
  return (
    <EntryForm {...form} noun="milestone" beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      {waiting}
      <NeedsContext value={['planned']}><FuzzyDateField name="planned" /></NeedsContext>
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
      <NeedsContext value={['note']}><LocalTextField name="note" rows={2} /></NeedsContext>
    </EntryForm>
  );
}

'use client';
import { ChoiceField, type Option } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; actKinds: readonly Option[] };

/** A dated fact of the project's way. */
export function ProjectActForm({ back, actKinds, ...form }: Props) {
  return (
    <EntryForm {...form} noun="project" beside={<BackLink href={back} />}>
      <ChoiceField name="kind" options={actKinds} />
      <FuzzyDateField name="on" />
      <TextField name="number" width="w-12" />
      <LocalTextField name="note" rows={2} />
    </EntryForm>
  );
}

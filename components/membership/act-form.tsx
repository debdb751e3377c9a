'use client';
import { useTranslations } from 'next-intl';
import { ChoiceField } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import type { MembershipActKind } from '#db/schema/membership.ts';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; /** What may be recorded now. */ possible: readonly MembershipActKind[] };

/** One act of a membership: what happened, when as far as it is known, under which number. */
export function MembershipActForm({ back, possible, ...form }: Props) {
  const kinds = useTranslations('vocabulary.membershipAct');
  return (
    <EntryForm {...form} noun="membership" beside={<BackLink href={back} />}>
      <ChoiceField name="kind" as="radios" options={possible.map((value) => ({ value, label: kinds(value) }))} />
      <FuzzyDateField name="on" />
      <TextField name="number" width="w-12" />
      <LocalTextField name="note" rows={2} />
    </EntryForm>
  );
}

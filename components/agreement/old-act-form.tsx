'use client';
import { useTranslations } from 'next-intl';
import { ChoiceField, RecordField } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import type { ActKind } from '#office/agreement/agreement.ts';
import { actWord } from './act-word.ts';
import { Areas } from './areas.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; kinds: readonly ActKind[]; procedure: string | null; parties: readonly { id: string; label: string }[] };

/** An act of the past as a source tells of it: what, when, under which number, by whom, where published. */
export function OldActForm({ back, kinds, procedure, parties, ...form }: Props) {
  const words = useTranslations('vocabulary.act');
  const t = useTranslations('fields.agreementAct');
  return (
    <EntryForm {...form} noun="agreementAct" beside={<BackLink href={back} />}>
      <ChoiceField name="kind" options={kinds.map((value) => ({ value, label: words(actWord(value, { procedure })) }))} />
      <FuzzyDateField name="on" />
      <TextField name="number" width="w-12" />
      <TextField name="session" width="w-12" />
      <LocalTextField name="body" />
      <TextField name="gazette" />
      <Areas />
      <TextField name="budgetLine" />
      <RecordField name="partyId" records={parties} none={t('partyId_none')} />
      <LocalTextField name="note" rows={2} />
    </EntryForm>
  );
}

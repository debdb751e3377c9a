'use client';
import { useTranslations } from 'next-intl';
import { CheckField, ChoiceField, RecordField } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { PickField, type Named } from '#components/fields/pick-field.tsx';
import { DayField, TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { dutyKinds } from '#office/obligation/obligation.ts';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; organisations: Named; colleagues: Named; /** A rule that the form has no words for stays as it is. */ kept?: string | null };

/** What is owed, when for the first time, how often again, who keeps it, and what its milestones are. */
export function DutyForm({ back, organisations, colleagues, kept, ...form }: Props) {
  const t = useTranslations('fields.duty');
  const often = useTranslations('vocabulary.repeats');
  const kinds = useTranslations('vocabulary.milestoneKind');
  const repeats = [...(['once', 'years', 'months'] as const).map((value) => ({ value, label: often(value) })), ...(kept ? [{ value: 'kept', label: often('kept', { rule: kept }) }] : [])];
  return (
    <EntryForm {...form} noun="duty" beside={<BackLink href={back} />}>
      {kept ? <input type="hidden" name="rule" defaultValue={kept} /> : null}
      <LocalTextField name="text" rows={2} />
      <FuzzyDateField name="due" />
      <ChoiceField name="repeats" as="radios" options={repeats} />
      <TextField name="every" inputMode="numeric" width="w-4" />
      <DayField name="until" />
      <ChoiceField name="kind" options={dutyKinds.map((value) => ({ value, label: kinds(value) }))} />
      <PickField name="organisationId" what="organisation" records={organisations} none={t('city')} />
      <RecordField name="ownerId" records={colleagues} none={t('ofRecord')} />
      <RecordField name="deputyId" records={colleagues} none={t('ofRecord')} />
      <CheckField name="isPublic" />
    </EntryForm>
  );
}

/** It was done, or nobody asks for it any more, and what shows it. */
export function SettleForm({ back, words, ...form }: Omit<EntryFormProps, 'children' | 'noun'> & { back: string; words: string }) {
  const states = useTranslations('states.obligation');
  return (
    <EntryForm {...form} noun="duty" beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      <ChoiceField name="state" as="radios" options={(['done', 'waived'] as const).map((value) => ({ value, label: states(value) }))} />
      <LocalTextField name="evidence" rows={2} />
    </EntryForm>
  );
}

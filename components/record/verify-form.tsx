'use client';
import { useTranslations } from 'next-intl';
import { EntryForm } from '#components/form.tsx';
import { ChoiceField } from '#components/fields/choice-field.tsx';
import { TextArea } from '#components/fields/text-field.tsx';
import { BackLink } from './back-link.tsx';
import type { RecordFormProps } from './publish-form.tsx';

/** Says how sure the office is of the record. */
export function VerifyForm({ back, words, fieldsAt: _here, ...form }: RecordFormProps) {
  const t = useTranslations('states.verification');
  return (
    <EntryForm {...form} beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      <ChoiceField name="verification" as="radios" options={(['checked', 'disputed'] as const).map((value) => ({ value, label: t(value) }))} />
      <TextArea name="reason" rows={3} />
    </EntryForm>
  );
}

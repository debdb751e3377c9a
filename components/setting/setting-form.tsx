'use client';
import { CheckField } from '#components/fields/choice-field.tsx';
import { TextArea } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { what: string };

/** One choice of the office; why it is made stands in the history. */
export function SettingForm({ what, ...form }: Props) {
  return (
    <EntryForm {...form} noun="setting" keepAs="nothing">
      <p className="prose">{what}</p>
      <CheckField name="value" />
      <TextArea name="reason" rows={2} />
    </EntryForm>
  );
}

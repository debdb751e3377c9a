'use client';
import { CheckField } from '#components/fields/choice-field.tsx';
import { TextArea, TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { what: string; holds: 'days' | 'on or off' };

/** One choice of the office; why it is made stands in the history. */
export function SettingForm({ what, holds, ...form }: Props) {
  return (
    <EntryForm {...form} noun="setting" keepAs="nothing">
      <p className="prose">{what}</p>
      {holds === 'days' ? <TextField name="days" width="w-4" inputMode="numeric" /> : <CheckField name="value" />}
      <TextArea name="reason" rows={2} />
    </EntryForm>
  );
}

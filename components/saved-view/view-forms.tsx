'use client';
import { useTranslations } from 'next-intl';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { CheckField } from '#components/fields/choice-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun' | 'submit'> & { mayShare: boolean };

/** Keeps what the table shows now under a name, or names a kept view anew. */
export function ViewForm({ mayShare, submit, ...form }: Props & Pick<EntryFormProps, 'submit'>) {
  return (
    <EntryForm {...form} noun="view" submit={submit}>
      <TextField name="name" />
      {mayShare ? <CheckField name="isShared" /> : null}
    </EntryForm>
  );
}

export function DropViewForm({ name, ...form }: Omit<EntryFormProps, 'children' | 'noun' | 'submit'> & { name: string }) {
  const t = useTranslations('form.view');
  return <EntryForm {...form} noun="view" kind="harm" submit={t('drop', { name })}>{null}</EntryForm>;
}

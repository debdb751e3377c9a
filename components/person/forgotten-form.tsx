'use client';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

/** The address of an account whose password is forgotten. */
export function ForgottenForm({ action, submit }: Pick<EntryFormProps, 'action' | 'submit'>) {
  return (
    <EntryForm action={action} noun="person" submit={submit}>
      <TextField name="email" type="email" autoComplete="username" inputMode="email" />
    </EntryForm>
  );
}

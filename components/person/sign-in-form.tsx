'use client';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { SecretField } from '#components/fields/secret-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';

type Props = { action: EntryFormProps['action']; next: string; submit: string };

export function SignInForm({ action, next, submit }: Props) {
  return (
    <EntryForm action={action} noun="person" hidden={{ next }} submit={submit}>
      <TextField name="email" type="email" autoComplete="username" inputMode="email" />
      <SecretField name="password" autoComplete="current-password" />
    </EntryForm>
  );
}

'use client';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { TextField } from '#components/fields/text-field.tsx';

type Props = { action: EntryFormProps['action']; next: string; submit: string };

export function SignInForm({ action, next, submit }: Props) {
  return (
    <EntryForm action={action} noun="person" hidden={{ next }} submit={submit}>
      <TextField name="email" type="email" autoComplete="username" inputMode="email" />
      <TextField name="password" type="password" autoComplete="current-password" />
    </EntryForm>
  );
}

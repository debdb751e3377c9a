'use client';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { SecretField } from '#components/fields/secret-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';

type Props = { action: EntryFormProps['action']; token: string; submit: string; who: 'asked' | 'known' };

/** Sets a first password; the very first person also says who they are. */
export function LinkForm({ action, token, submit, who }: Props) {
  return (
    <EntryForm action={action} noun="person" hidden={{ token }} submit={submit}>
      {who === 'asked' ? <TextField name="name" autoComplete="name" /> : null}
      {who === 'asked' ? <TextField name="email" type="email" autoComplete="username" inputMode="email" /> : null}
      <SecretField name="newPassword" autoComplete="new-password" />
    </EntryForm>
  );
}

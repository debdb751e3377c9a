'use client';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { TextField } from '#components/fields/text-field.tsx';

type Props = Pick<EntryFormProps, 'action' | 'submit' | 'hidden'>;

/** The second step of signing in: a code of the app, or a recovery code, which has letters. */
export function CodeForm(form: Props) {
  return (
    <EntryForm {...form} noun="person" keepAs="nothing">
      <TextField name="secondCode" autoComplete="one-time-code" />
    </EntryForm>
  );
}

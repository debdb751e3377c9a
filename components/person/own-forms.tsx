'use client';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { WrittenFormField } from './invitation-form.tsx';

type Props = Pick<EntryFormProps, 'action' | 'submit' | 'hidden' | 'values'>;

export function OwnProfileForm(form: Props) {
  return (
    <EntryForm {...form} noun="person">
      <TextField name="name" autoComplete="name" />
      <WrittenFormField />
    </EntryForm>
  );
}

export function OwnEmailForm({ back, ...form }: Props & { back: string }) {
  return (
    <EntryForm {...form} noun="person" beside={<BackLink href={back} />}>
      <TextField name="email" type="email" inputMode="email" autoComplete="username" />
      <TextField name="password" type="password" autoComplete="current-password" />
    </EntryForm>
  );
}

/** The address stands along, so that a keeper of passwords knows whose it changes. */
export function OwnPasswordForm({ back, email, whose, ...form }: Props & { back: string; email: string; whose: string }) {
  return (
    <EntryForm {...form} noun="person" beside={<BackLink href={back} />}>
      <div className="field">
        <label htmlFor="whose">{whose}</label>
        <input className="in w-full" id="whose" type="email" autoComplete="username" readOnly value={email} />
      </div>
      <TextField name="oldPassword" type="password" autoComplete="current-password" />
      <TextField name="newPassword" type="password" autoComplete="new-password" />
    </EntryForm>
  );
}

'use client';
import type { ReactNode } from 'react';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Props = Pick<EntryFormProps, 'action' | 'submit' | 'hidden' | 'beside'> & { /** The address to go on to, once the codes are kept. */ then: string; children: ReactNode };

/** The first code of the app; the recovery codes come in the place of the form, once. */
export function ProveForm({ then, children, ...form }: Props) {
  return (
    <EntryForm {...form} noun="proof" keepAs="nothing" whenTold={(told) => <RecoveryCodes codes={told.split(' ')} then={then} />}>
      {children}
      <TextField name="secondCode" autoComplete="one-time-code" inputMode="numeric" width="w-12" />
    </EntryForm>
  );
}

'use client';
import type { ReactNode } from 'react';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { TextArea } from '#components/fields/text-field.tsx';

type ConfirmProps = Omit<EntryFormProps, 'children'> & {
  /** What will happen, said before the button. */
  children?: ReactNode;
  reason?: 'asked' | 'not asked';
};

/** One act that needs a word of confirmation: publish, withdraw, cancel. */
export function ConfirmForm({ children, reason = 'asked', ...form }: ConfirmProps) {
  return (
    <EntryForm {...form}>
      {children}
      {reason === 'asked' ? <TextArea name="reason" rows={3} /> : null}
    </EntryForm>
  );
}

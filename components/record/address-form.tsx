'use client';
import { EntryForm } from '#components/form.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { BackLink } from './back-link.tsx';
import type { RecordFormProps } from './publish-form.tsx';

/** Gives the record a new address; the old one will lead to it. */
export function AddressForm({ back, words, ...form }: RecordFormProps) {
  return (
    <EntryForm {...form} beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      <TextField name="slug" lang="zxx" />
    </EntryForm>
  );
}

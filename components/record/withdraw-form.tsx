'use client';
import { EntryForm } from '#components/form.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { BackLink } from './back-link.tsx';
import type { RecordFormProps } from './publish-form.tsx';

/** Takes the record from the public; the reason will stand at its address, so it is asked in both languages. */
export function WithdrawForm({ back, words, fieldsAt: _here, ...form }: RecordFormProps) {
  return (
    <EntryForm {...form} kind="harm" beside={<BackLink href={back} />}>
      <p className="prose">{words}</p>
      <LocalTextField name="publicReason" rows={3} />
    </EntryForm>
  );
}

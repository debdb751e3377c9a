'use client';
import { useTranslations } from 'next-intl';
import { ChoiceField } from '#components/fields/choice-field.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
import { DayField, TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { writtenForms } from '#messages/local-text.ts';
import { nouns } from '#office/permission.ts';
import { ToldLink } from './told-link.tsx';

export const roleNames = ['contributor', 'editor', 'publisher', 'admin'] as const;

type Props = Pick<EntryFormProps, 'action' | 'submit' | 'hidden'> & { back: string; /** The address that the secret completes. */ linkAt: string };

/** Adds a person with a first role; the link by which they enter is shown once, here. */
export function InvitationForm({ back, linkAt, ...form }: Props) {
  return (
    <EntryForm {...form} noun="person" beside={<BackLink href={back} />} values={{ writtenForm: ['sr-Cyrl'] }}
      whenTold={(secret) => <ToldLink address={`${linkAt}${secret}`} back={back} another={`${back}/new`} />}>
      <TextField name="name" autoComplete="off" />
      <TextField name="email" type="email" inputMode="email" autoComplete="off" />
      <WrittenFormField />
      <GrantFields />
    </EntryForm>
  );
}

export function WrittenFormField() {
  const t = useTranslations('form.writtenForm');
  return <ChoiceField name="writtenForm" options={writtenForms.map((value) => ({ value, label: t(value) }))} />;
}

/** A role, for what, and until when. */
export function GrantFields() {
  const role = useTranslations('vocabulary.role');
  const noun = useTranslations('vocabulary.noun');
  const t = useTranslations('form');
  return (
    <>
      <ChoiceField name="role" options={roleNames.map((value) => ({ value, label: role(value) }))} />
      <ChoiceField name="noun" options={nouns.map((value) => ({ value, label: noun(value) }))} none={t('wholeRegister')} />
      <PickField name="recordId" what="scope" records={[]} none={t('anyRecord')} />
      <DayField name="until" />
    </>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { CheckField } from '#components/fields/choice-field.tsx';
import { DayField, TextArea, TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { GrantFields, WrittenFormField } from './invitation-form.tsx';
import { ToldLink } from './told-link.tsx';

type Props = Pick<EntryFormProps, 'action' | 'submit' | 'hidden' | 'values'>;

export function PersonForm(form: Props) {
  return (
    <EntryForm {...form} noun="person">
      <TextField name="name" autoComplete="off" />
      <TextField name="email" type="email" inputMode="email" autoComplete="off" />
      <WrittenFormField />
      <DayField name="expiresOn" />
    </EntryForm>
  );
}

export function GrantForm(form: Props) {
  return (
    <EntryForm {...form} noun="person">
      <GrantFields />
      <TextArea name="reason" rows={2} />
    </EntryForm>
  );
}

/** Erasing a name for good: why, and that it is meant. */
export function AnonymiseForm({ back, ...form }: Props & { back: string }) {
  return (
    <EntryForm {...form} noun="person" kind="harm" beside={<BackLink href={back} />}>
      <TextArea name="reason" rows={2} />
      <CheckField name="sure" />
    </EntryForm>
  );
}

/** Takes a role, ends access or gives it back: why, where somebody says it. */
export function ReasonedAct({ back, kind, ...form }: Props & { back: string; kind?: EntryFormProps['kind'] }) {
  return (
    <EntryForm {...form} noun="person" kind={kind} beside={<BackLink href={back} />}>
      <TextArea name="reason" rows={2} />
    </EntryForm>
  );
}

/** One button: makes a link, or closes one. */
export function PersonAct({ kind, linkAt = '', back = '', ...form }: Props & { kind?: EntryFormProps['kind']; linkAt?: string; back?: string }) {
  const t = useTranslations('form');
  return (
    <EntryForm {...form} noun="person" kind={kind} whenTold={(secret) => <ToldLink address={`${linkAt}${secret}`} back={back} />}>
      <span className="hide">{t('oneAct')}</span>
    </EntryForm>
  );
}

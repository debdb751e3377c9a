'use client';
import { useTranslations } from 'next-intl';
import { CheckField, ChoiceField } from '#components/fields/choice-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { partyRoles, sides } from '#office/agreement/agreement.ts';

type Named = readonly { id: string; label: string }[];

/** One party more, without opening the whole agreement. */
export function PartyForm({ back, organisations, ...form }: Omit<EntryFormProps, 'children' | 'noun'> & { back: string; organisations: Named }) {
  return (
    <EntryForm {...form} noun="agreementParty" beside={<BackLink href={back} />}>
      <PartyFields prefix="" organisations={organisations} />
    </EntryForm>
  );
}

/** The fields of one party; `prefix` is how their names begin on the form („parties.0.“). */
export function PartyFields({ prefix, organisations }: { prefix: string; organisations: Named }) {
  const words = useTranslations('vocabulary');
  return (
    <>
      <PickField what="organisation" name={`${prefix}organisationId`} records={organisations} />
      <ChoiceField name={`${prefix}side`} options={sides.map((value) => ({ value, label: words(`side.${value}`) }))} />
      <ChoiceField name={`${prefix}role`} options={partyRoles.map((value) => ({ value, label: words(`partyRole.${value}`) }))} />
      <TextField name={`${prefix}signatory`} />
      <LocalTextField name={`${prefix}signatoryOffice`} />
      <LocalTextField name={`${prefix}note`} />
      <CheckField name={`${prefix}inferred`} />
    </>
  );
}

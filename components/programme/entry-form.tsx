'use client';
import { useTranslations } from 'next-intl';
import { ChoiceField, type Option } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { MoneyField } from '#components/fields/money-field.tsx';
import { NearRecords } from '#components/fields/near-records.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
import { RowsField } from '#components/fields/rows-field.tsx';
import { SourcesField } from '#components/fields/sources-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { iatiRoles, partnerRoles } from '#office/programme/programme.ts';

type Records = readonly { id: string; label: string }[];
type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; countries: readonly Option[]; organisations: Records };

/** All that may be entered of a programme. */
export function ProgrammeEntryForm({ back, countries, organisations, ...form }: Props) {
  const t = useTranslations('fields.programme');
  return (
    <EntryForm {...form} noun="programme" beside={<BackLink href={back} />}>
      <LocalTextField name="name" max={300} />
      <LocalTextField name="acronym" max={40} />
      <NearRecords noun="programme" />
      <LocalTextField name="instrument" />
      <LocalTextField name="purpose" rows={5} max={8000} />
      <RowsField name="objectives">{(row) => <LocalTextField name={row} />}</RowsField>
      <RowsField name="priorityAxes">{(row) => <LocalTextField name={row} />}</RowsField>
      <LocalTextField name="eligible" rows={2} />
      <FuzzyDateField name="periodFrom" />
      <FuzzyDateField name="periodTo" />
      <TextField name="cci" width="w-12" />
      <RowsField name="countries">{(row) => <ChoiceField name={row} options={countries} />}</RowsField>
      <PickField what="organisation" name="funderId" records={organisations} none={t('noOne')} />
      <LocalTextField name="funderNote" />
      <PickField what="organisation" name="managingAuthorityId" records={organisations} none={t('noOne')} />
      <PickField what="organisation" name="nationalAuthorityId" records={organisations} none={t('noOne')} />
      <LocalTextField name="jointSecretariat" />
      <RowsField name="amounts">{(row) => <MoneyField name={row} />}</RowsField>
      <RowsField name="partners">{(row) => <PartnerFields row={row} organisations={organisations} />}</RowsField>
      <SourcesField />
      <TextField name="englishWaived" />
    </EntryForm>
  );
}

function PartnerFields({ row, organisations }: { row: string; organisations: Records }) {
  const roles = useTranslations('vocabulary.partnerRole');
  const iati = useTranslations('vocabulary.iatiRole');
  return (
    <>
      <PickField what="organisation" name={`${row}.organisationId`} records={organisations} />
      <ChoiceField name={`${row}.role`} options={partnerRoles.map((value) => ({ value, label: roles(value) }))} />
      <ChoiceField name={`${row}.iatiRole`} options={iatiRoles.map((value) => ({ value, label: `${value}: ${iati(value)}` }))} none="–" />
      <LocalTextField name={`${row}.note`} />
    </>
  );
}

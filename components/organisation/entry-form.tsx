'use client';
import { useTranslations } from 'next-intl';
import { CheckField, ChoiceField, TickField, type Option } from '#components/fields/choice-field.tsx';
import { CountField } from '#components/fields/count-field.tsx';
import { Hint } from '#components/fields/frame.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { NearRecords } from '#components/fields/near-records.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
import { RowsField } from '#components/fields/rows-field.tsx';
import { SourcesField } from '#components/fields/sources-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { networkLevels, organisationKinds } from '#office/organisation/organisation.ts';
import { sdgs } from '#office/vocabulary.ts';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & {
  /** `left` where a proposal cannot touch them, since its author does not see them all. */
  contacts?: 'shown' | 'left';
  back: string; countries: readonly Option[]; organisations: readonly { id: string; label: string }[] };

/** All that may be entered of an organisation; what only a network has stands in a part of its own. */
export function OrganisationEntryForm({ back, countries, organisations, contacts = 'shown', ...form }: Props) {
  const kinds = useTranslations('vocabulary.organisationKind');
  const t = useTranslations('fields.organisation');
  return (
    <EntryForm {...form} noun="organisation" beside={<BackLink href={back} />}>
      <LocalTextField name="name" max={300} />
      <LocalTextField name="acronym" max={40} />
      <NearRecords noun="organisation" />
      <ChoiceField name="kind" options={organisationKinds.map((value) => ({ value, label: kinds(value) }))} />
      <ChoiceField name="country" options={countries} />
      <LocalTextField name="place" />
      <TextField name="latitude" inputMode="decimal" width="w-8" />
      <TextField name="longitude" inputMode="decimal" width="w-8" />
      <LocalTextField name="description" rows={5} max={8000} />
      <TextField name="website" type="url" inputMode="url" />
      <LocalTextField name="note" rows={3} />
      <NetworkFields countries={countries} />
      <RowsField name="names" first="asked">{(row) => (
        <>
          <LocalTextField name={`${row}.name`} />
          <LocalTextField name={`${row}.acronym`} />
          <FuzzyDateField name={`${row}.validFrom`} />
          <FuzzyDateField name={`${row}.validTo`} />
          <LocalTextField name={`${row}.note`} />
        </>
      )}</RowsField>
      {contacts === 'left' ? <p className="soft">{t('contactsLeft')}</p> : <ContactRows />}
      <PickField what="organisation" name="parentId" records={organisations} none={t('none')} />
      <PickField what="organisation" name="successorOfId" records={organisations} none={t('none')} />
      <fieldset className="field" aria-describedby="externalIds-hint">
        <legend>{t('externalIds')}</legend>
        <Hint name="externalIds" words={t('externalIds_hint')} />
        {(['iati', 'wikidata', 'ror', 'registrationNumber', 'taxNumber'] as const).map((id) => <TextField key={id} name={`externalIds.${id}`} width="w-12" />)}
      </fieldset>
      <SourcesField />
      <TextField name="englishWaived" />
    </EntryForm>
  );
}

function NetworkFields({ countries }: Pick<Props, 'countries'>) {
  const levels = useTranslations('vocabulary.networkLevel');
  const sdg = useTranslations('vocabulary.sdg');
  const t = useTranslations('fields.organisation');
  return (
    <details className="field part">
      <summary>{t('network')}</summary>
      <ChoiceField name="level" options={networkLevels.map((value) => ({ value, label: levels(value) }))} />
      <LocalTextField name="scope" />
      <LocalTextField name="benefit" rows={3} />
      <LocalTextField name="legalForm" />
      <FuzzyDateField name="founded" />
      <FuzzyDateField name="reformed" />
      <ChoiceField name="seatCountry" options={countries} />
      <CountField name="memberCount" />
      <CountField name="countryCount" />
      <TickField name="sdgs" options={sdgs.map((value) => ({ value, label: sdg(value) }))} />
    </details>
  );
}

function ContactRows() {
  return (
    <RowsField name="contacts" first="asked">{(row) => (
      <>
        <TextField name={`${row}.name`} />
        <LocalTextField name={`${row}.office`} />
        <TextField name={`${row}.email`} type="email" inputMode="email" />
        <TextField name={`${row}.phone`} width="w-12" />
        <TextField name={`${row}.legalBasis`} />
        <FuzzyDateField name={`${row}.retainUntil`} />
        <CheckField name={`${row}.isPublic`} />
      </>
    )}</RowsField>
  );
}

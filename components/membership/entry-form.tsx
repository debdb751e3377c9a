'use client';
import { useTranslations } from 'next-intl';
import { ChoiceField } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { MoneyField } from '#components/fields/money-field.tsx';
import { NearRecords } from '#components/fields/near-records.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
import { RowsField } from '#components/fields/rows-field.tsx';
import { SourcesField } from '#components/fields/sources-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { RecurrenceField } from '#components/obligation/recurrence-field.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { feePeriods } from '#office/membership/membership.ts';
import { obligationStates } from '#office/obligation/obligation.ts';

type Records = readonly { id: string; label: string }[];
type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; networks: Records; organisations: Records };

/** All that may be entered of a membership; its state is never typed, it follows from the acts. */
export function MembershipEntryForm({ back, networks, organisations, ...form }: Props) {
  const t = useTranslations('fields.membership');
  const periods = useTranslations('vocabulary.feePeriod');
  return (
    <EntryForm {...form} noun="membership" beside={<BackLink href={back} />}>
      <PickField what="network" name="networkId" records={networks} none={t('noOne')} />
      <PickField what="organisation" name="memberId" records={organisations} none={t('noOne')} />
      <NearRecords noun="membership" />
      <LocalTextField name="joinedEvent" />
      <LocalTextField name="joinedPlace" />
      <LocalTextField name="legalBasis" rows={2} />
      <RowsField name="representatives" first="asked">{(row) => (
        <>
          <TextField name={`${row}.holder`} />
          <LocalTextField name={`${row}.office`} />
          <LocalTextField name={`${row}.body`} />
          <FuzzyDateField name={`${row}.validFrom`} />
          <FuzzyDateField name={`${row}.validTo`} />
        </>
      )}</RowsField>
      <RowsField name="obligations" first="asked">{(row) => <DutyFields row={row} organisations={organisations} />}</RowsField>
      <MoneyField name="fee" />
      <ChoiceField name="feePeriod" options={feePeriods.map((value) => ({ value, label: periods(value) }))} />
      <LocalTextField name="benefit" rows={3} max={4000} />
      <LocalTextField name="endedReason" rows={2} />
      <SourcesField />
      <TextField name="englishWaived" />
    </EntryForm>
  );
}

function DutyFields({ row, organisations }: { row: string; organisations: Records }) {
  const t = useTranslations('fields.membership');
  const states = useTranslations('states.obligation');
  return (
    <>
      <LocalTextField name={`${row}.text`} rows={2} />
      <PickField what="organisation" name={`${row}.organisationId`} records={organisations} none={t('noOne')} />
      <FuzzyDateField name={`${row}.due`} />
      <RecurrenceField name={`${row}.recurrence`} none={t('never')} />
      <ChoiceField name={`${row}.state`} options={obligationStates.map((value) => ({ value, label: states(value) }))} />
      <LocalTextField name={`${row}.evidence`} />
    </>
  );
}

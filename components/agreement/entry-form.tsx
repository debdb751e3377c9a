'use client';
import { useTranslations } from 'next-intl';
import { ChoiceField, RecordField, TickField, type Option } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { MoneyField } from '#components/fields/money-field.tsx';
import { NearRecords } from '#components/fields/near-records.tsx';
import { RowsField } from '#components/fields/rows-field.tsx';
import { SourcesField } from '#components/fields/sources-field.tsx';
import { DayField, TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { agreementTypes, bindings, completenessFlags, inForceRules, procedures, renewals } from '#office/agreement/agreement.ts';
import { cooperationFields, sdgs, sectors } from '#office/vocabulary.ts';
import { LinkRows, ObligationRows, Part } from './entry-rows.tsx';
import { PartyFields } from './party-form.tsx';

export type Named = readonly { id: string; label: string }[];
export type AgreementChoices = { organisations: Named; networks: Named; projects: Named; agreements: Named; colleagues: Named; languages: readonly Option[] };
type Props = Omit<EntryFormProps, 'children' | 'noun'> & AgreementChoices & { back: string };

/** All that may be entered of an agreement but its acts; where it stands is no field, it follows from them. */
export function AgreementEntryForm({ back, organisations, networks, projects, agreements, colleagues, languages, ...form }: Props) {
  const t = useTranslations('fields.agreement');
  const words = useTranslations('vocabulary');
  const options = (list: readonly string[], group: string) => list.map((value) => ({ value, label: words(`${group}.${value}`) }));
  return (
    <EntryForm {...form} noun="agreement" beside={<BackLink href={back} />}>
      <section className="part">
        <h2>{t('contents')}</h2>
        <LocalTextField name="title" max={300} />
        <ChoiceField name="type" options={options(agreementTypes, 'agreementType')} />
        <ChoiceField name="procedure" options={options(procedures, 'procedure')} />
        <LocalTextField name="summary" rows={4} max={8000} />
        <TickField name="fields" options={options(cooperationFields, 'field')} />
      </section>
      <RowsField name="parties">{(row) => <PartyFields prefix={`${row}.`} organisations={organisations} />}</RowsField>
      <NearRecords noun="agreement" />
      <TermFields languages={languages} />
      <Part name="tied"><LinkRows {...{ networks, projects, agreements }} /></Part>
      <Part name="owed"><ObligationRows organisations={organisations} /><MoneyField name="money" /></Part>
      <RecordField name="ownerId" records={colleagues} none={t('nobody')} />
      <RecordField name="deputyId" records={colleagues} none={t('nobody')} />
      <Part name="file">
        <TextField name="registryNo" width="w-12" />
        <TextField name="classificationNo" width="w-12" />
        <TickField name="completeness" options={options(completenessFlags, 'completeness')} />
        <TextField name="retentionCategory" width="w-12" />
        <DayField name="embargoUntil" />
        <TickField name="sectors" options={sectors.map((value) => ({ value, label: `${value} ${words(`dac.${value}`)}` }))} />
        <TickField name="sdgs" options={sdgs.map((value) => ({ value, label: `${value}. ${words(`sdg.${value}`)}` }))} />
      </Part>
      <SourcesField />
      <TextField name="englishWaived" />
    </EntryForm>
  );
}

function TermFields({ languages }: Pick<Props, 'languages'>) {
  const t = useTranslations('fields.agreement');
  const words = useTranslations('vocabulary');
  return (
    <section className="part">
      <h2>{t('term')}</h2>
      <LocalTextField name="signedAt" />
      <ChoiceField name="inForceRule" options={inForceRules.map((value) => ({ value, label: words(`inForceRule.${value}`) }))} />
      <FuzzyDateField name="validFrom" />
      <TextField name="termMonths" inputMode="numeric" width="w-4" />
      <FuzzyDateField name="validTo" />
      <ChoiceField name="renewal" options={renewals.map((value) => ({ value, label: words(`renewal.${value}`) }))} />
      <TextField name="renewalMonths" inputMode="numeric" width="w-4" />
      <TextField name="noticeMonths" inputMode="numeric" width="w-4" />
      <ChoiceField name="binding" options={bindings.map((value) => ({ value, label: words(`binding.${value}`) }))} />
      <TickField name="authenticLanguages" options={languages} />
    </section>
  );
}

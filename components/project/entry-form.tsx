'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { CheckField, ChoiceField, TickField } from '#components/fields/choice-field.tsx';
import { CountField } from '#components/fields/count-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { MoneyField } from '#components/fields/money-field.tsx';
import { NearRecords } from '#components/fields/near-records.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
import { RowsField } from '#components/fields/rows-field.tsx';
import { SourcesField } from '#components/fields/sources-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { useFormFace } from '#components/form-face.ts';
import { BackLink } from '#components/record/back-link.tsx';
import { partnerRoles, sdgs, sectors } from '#office/vocabulary.ts';

type Named = readonly { id: string; label: string }[];
type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; organisations: Named; programmes: Named };

/** All that may be entered of a project; its state is no field, it follows from the acts. */
export function ProjectEntryForm({ back, organisations, programmes, ...form }: Props) {
  const t = useTranslations('fields.project');
  const roles = useTranslations('vocabulary.partnerRole');
  const dac = useTranslations('vocabulary.dac');
  const goals = useTranslations('vocabulary.sdg');
  const roleOptions = partnerRoles.map((value) => ({ value, label: roles(value) }));
  return (
    <EntryForm {...form} noun="project" beside={<BackLink href={back} />}>
      <LocalTextField name="title" max={300} />
      <LocalTextField name="acronym" max={60} />
      <NearRecords noun="project" />
      <LocalTextField name="summary" rows={3} max={2000} />
      <LocalTextField name="objective" rows={4} max={4000} />
      <ChoiceField name="ourRole" options={roleOptions} />
      <PickField what="programme" name="programmeId" records={programmes} none={t('none')} />
      <TextField name="phase" inputMode="numeric" width="w-4" />
      <RowsField name="partners">{(row) => (
        <>
          <PickField what="organisation" name={`${row}.organisationId`} records={organisations} />
          <ChoiceField name={`${row}.role`} options={roleOptions} />
          <LocalTextField name={`${row}.note`} />
          <CheckField name={`${row}.inferred`} />
          <TextField name={`${row}.budgetShare`} inputMode="decimal" width="w-8" />
          <FuzzyDateField name={`${row}.validFrom`} />
          <FuzzyDateField name={`${row}.validTo`} />
        </>
      )}</RowsField>
      <CountField name="partnerCount" />
      <Part name="times">
        {(['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'] as const).map((name) => <FuzzyDateField key={name} name={name} />)}
        <TextField name="durationMonths" inputMode="numeric" width="w-4" />
      </Part>
      <Part name="money">
        <RowsField name="amounts">{(row) => <MoneyField name={row} />}</RowsField>
        <TextField name="coFinancingPercent" inputMode="decimal" width="w-8" />
      </Part>
      <Part name="contents">
        {(['components', 'results', 'themes', 'places'] as const).map((name) => <RowsField key={name} name={name}>{(row) => <LocalTextField name={row} />}</RowsField>)}
      </Part>
      <Part name="classes">
        <TickField name="sectors" options={sectors.map((value) => ({ value, label: `${value} ${dac(value)}` }))} />
        <TickField name="sdgs" options={sdgs.map((value) => ({ value, label: `${value}. ${goals(value)}` }))} />
        {(['iati', 'keep', 'cordis', 'contract'] as const).map((key) => <TextField key={key} name={`numbers.${key}`} width="w-12" />)}
      </Part>
      <TextField name="website" type="url" inputMode="url" />
      <SourcesField />
      <TextField name="englishWaived" />
    </EntryForm>
  );
}

/** A part of a long form, folded until it is needed; a form that came back is drawn open, so that no issue hides. */
function Part({ name, children }: { name: 'times' | 'money' | 'contents' | 'classes'; children: ReactNode }) {
  const t = useTranslations('fields.project.parts');
  const { cameBack } = useFormFace();
  return <details className="field part" open={cameBack || undefined}><summary>{t(name)}</summary>{children}</details>;
}

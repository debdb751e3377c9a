'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { ChoiceField } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
import { RowsField } from '#components/fields/rows-field.tsx';
import { useFormFace } from '#components/form-face.ts';
import { RecurrenceField } from '#components/obligation/recurrence-field.tsx';
import { linkKinds } from '#office/agreement/agreement.ts';
import { obligationStates } from '#office/obligation/obligation.ts';

type Named = readonly { id: string; label: string }[];

/** Other agreements, projects and networks that this one is tied to. */
export function LinkRows({ agreements, projects, networks }: { agreements: Named; projects: Named; networks: Named }) {
  const kinds = useTranslations('vocabulary.agreementLink');
  return (
    <>
      <RowsField name="links">{(row) => (
        <>
          <ChoiceField name={`${row}.kind`} options={linkKinds.map((value) => ({ value, label: kinds(value) }))} />
          <PickField what="agreement" name={`${row}.otherId`} records={agreements} />
        </>
      )}</RowsField>
      <RowsField name="projects">{(row) => <PickField what="project" name={`${row}.projectId`} records={projects} />}</RowsField>
      <RowsField name="networks">{(row) => <PickField what="network" name={`${row}.networkId`} records={networks} />}</RowsField>
    </>
  );
}

/** What a party owes, by when, and whether it was done. */
export function ObligationRows({ organisations }: { organisations: Named }) {
  const t = useTranslations('fields.agreement');
  const states = useTranslations('states.obligation');
  return (
    <RowsField name="obligations" first="asked">{(row) => (
      <>
        <LocalTextField name={`${row}.text`} rows={2} />
        <PickField what="organisation" name={`${row}.organisationId`} records={organisations} none={t('nobody')} />
        <FuzzyDateField name={`${row}.due`} />
        <RecurrenceField name={`${row}.recurrence`} none={t('none')} />
        <ChoiceField name={`${row}.state`} options={obligationStates.map((value) => ({ value, label: states(value) }))} />
        <LocalTextField name={`${row}.evidence`} />
      </>
    )}</RowsField>
  );
}

/** A part of a long form, folded until it is needed; a form that came back is drawn open, so that no issue hides. */
export function Part({ name, children }: { name: 'tied' | 'owed' | 'file'; children: ReactNode }) {
  const t = useTranslations('fields.agreement');
  const { cameBack } = useFormFace();
  return <details className="field part" open={cameBack || undefined}><summary>{t(name)}</summary>{children}</details>;
}

'use client';
import { useTranslations } from 'next-intl';
import { CheckField, ChoiceField, RecordField } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { NearRecords } from '#components/fields/near-records.tsx';
import { PickField } from '#components/fields/pick-field.tsx';
import { RowsField } from '#components/fields/rows-field.tsx';
import { SourcesField } from '#components/fields/sources-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { milestoneActKinds, milestoneKinds } from '#office/milestone/milestone.ts';

type Named = readonly { id: string; label: string }[];
/** The records that a milestone may belong to, each list as the viewer may see it. */
export type MilestoneOwners = Record<'agreement' | 'membership' | 'project' | 'programme', Named>;
type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; owners: MilestoneOwners; colleagues: Named; /** Milestones of the same project, which it may have to wait for. */ first: Named };

/** All that may be entered of a milestone; what became of it follows from its acts. */
export function MilestoneEntryForm({ back, owners, colleagues, first, ...form }: Props) {
  const t = useTranslations('fields.milestone');
  const kinds = useTranslations('vocabulary.milestoneKind');
  const acts = useTranslations('vocabulary.milestoneAct');
  return (
    <EntryForm {...form} noun="milestone" beside={<BackLink href={back} />}>
      <LocalTextField name="title" max={300} />
      <ChoiceField name="kind" options={milestoneKinds.map((value) => ({ value, label: kinds(value) }))} />
      <FuzzyDateField name="planned" />
      <TextField name="progress" inputMode="numeric" width="w-4" />
      <RecordField name="ownerId" records={colleagues} none={t('nobody')} />
      <RecordField name="deputyId" records={colleagues} none={t('nobody')} />
      <CheckField name="isPublic" />
      <PickField what="agreement" name="agreementId" records={owners.agreement} none={t('none')} />
      <PickField what="membership" name="membershipId" records={owners.membership} none={t('none')} />
      <PickField what="project" name="projectId" records={owners.project} none={t('none')} />
      <PickField what="programme" name="programmeId" records={owners.programme} none={t('none')} />
      <NearRecords noun="milestone" />
      {first.length > 0 ? <RowsField name="dependsOn">{(row) => <RecordField name={`${row}.milestoneId`} records={first} />}</RowsField> : null}
      <RowsField name="acts">{(row) => (
        <>
          <ChoiceField name={`${row}.kind`} options={milestoneActKinds.map((value) => ({ value, label: acts(value) }))} />
          <FuzzyDateField name={`${row}.on`} />
          <FuzzyDateField name={`${row}.plannedBefore`} />
          <LocalTextField name={`${row}.note`} />
        </>
      )}</RowsField>
      <SourcesField />
      <TextField name="englishWaived" />
    </EntryForm>
  );
}

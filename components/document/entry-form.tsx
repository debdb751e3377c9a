'use client';
import { useTranslations } from 'next-intl';
import { CheckField, ChoiceField, type Option } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { PickField, type Named } from '#components/fields/pick-field.tsx';
import { RowsField } from '#components/fields/rows-field.tsx';
import { SourcesField } from '#components/fields/sources-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { documentKinds, documentStages, iatiCategories, scripts, visibilities } from '#office/document/document.ts';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & {
  back: string;
  languages: readonly Option[];
  /** The records that it stands behind and a few more, each as its noun and id. */
  records: Named;
  documents: Named;
};

/** The record of a paper; its files are brought by a form of their own, and where there is none, the reason stands instead. */
export function DocumentEntryForm({ back, languages, records, documents, ...form }: Props) {
  const t = useTranslations('vocabulary');
  const stages = useTranslations('states.document');
  const none = useTranslations('fields.document')('none');
  const options = (values: readonly string[], word: (value: string) => string) => values.map((value) => ({ value, label: word(value) }));
  return (
    <EntryForm {...form} noun="document" beside={<BackLink href={back} />}>
      <LocalTextField name="title" max={300} />
      <ChoiceField name="kind" options={options(documentKinds, (kind) => t(`documentKind.${kind}`))} />
      <ChoiceField name="iatiCategory" options={options(iatiCategories, (code) => `${code} ${t(`iatiCategory.${code}`)}`)} />
      <ChoiceField name="stage" options={options(documentStages, (stage) => stages(stage))} />
      <FuzzyDateField name="dated" />
      <ChoiceField name="language" options={languages} />
      <ChoiceField name="script" options={options(scripts, (script) => t(`script.${script}`))} />
      <CheckField name="authentic" />
      <RowsField name="links">{(row) => <PickField what="record" name={`${row}.record`} records={records} />}</RowsField>
      <ChoiceField name="visibility" as="radios" options={options(visibilities, (visibility) => t(`visibility.${visibility}`))} />
      <LocalTextField name="withheldReason" rows={2} />
      <LocalTextField name="absentReason" rows={2} />
      <PickField what="document" name="supersedesId" records={documents} none={none} />
      <TextField name="retentionCategory" width="w-12" />
      <TextField name="archiveBookNo" width="w-12" />
      <SourcesField />
      <TextField name="englishWaived" />
    </EntryForm>
  );
}

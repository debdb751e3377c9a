'use client';
import { RecordField } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { NeedsContext } from '#components/form-face.ts';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import type { ActFormProps } from './act-form.tsx';
import { KnownActs } from '#components/record/known-acts.tsx';
import { DocumentBehind } from './paper-fields.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & Pick<ActFormProps, 'back' | 'parties' | 'documents' | 'languages' | 'mayBegin' | 'known'>;

/** The hand of one party under the agreement; offered only once the law lets it be signed. */
export function SignForm({ back, parties, documents, languages, mayBegin, known, ...form }: Props) {
  return (
    <EntryForm {...form} noun="signature" beside={<BackLink href={back} />}>
      <KnownActs ids={known} recordPath={back} />
      <RecordField name="partyId" records={parties} />
      <TextField name="signatory" width="w-12" />
      <LocalTextField name="signatoryOffice" />
      <NeedsContext value={['on']}><FuzzyDateField name="on" /></NeedsContext>
      <LocalTextField name="place" />
      <DocumentBehind noun="signature" documents={documents} languages={languages} may={mayBegin.includes('document') ? 'begin' : 'choose'} />
      <LocalTextField name="note" rows={2} />
    </EntryForm>
  );
}

'use client';
import { useTranslations } from 'next-intl';
import { RecordField, type Option } from '#components/fields/choice-field.tsx';
import { Areas } from './areas.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { NeedsContext } from '#components/form-face.ts';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import type { PaperField } from '#office/agreement/papers.ts';
import { KnownActs } from '#components/record/known-acts.tsx';
import { DocumentBehind, OtherAgreement, type Carriers } from './paper-fields.tsx';

type Named = readonly { id: string; label: string }[];
export type ActFormProps = Omit<EntryFormProps, 'children'> & {
  back: string;
  /** What its paper has, in the order in which it is asked. */
  fields: readonly PaperField[];
  /** Those of them without which the act is not entered. */
  needs: readonly string[];
  parties: Named;
  documents: Named;
  others: Carriers;
  languages: readonly Option[];
  /** Of which records one may be begun with the act. */
  mayBegin: readonly ('document' | 'agreement')[];
  /** The acts that stand in the record as the form is opened. */
  known: readonly string[];
};

/** One act, asked for what its own paper has: the date always, then number, body, party and the like, the document, a note. */
export function ActForm({ back, fields, needs, parties, documents, others, languages, mayBegin, known, ...form }: ActFormProps) {
  const { noun } = form;
  return (
    <EntryForm {...form} beside={<BackLink href={back} />}>
      <KnownActs ids={known} recordPath={back} />
      <NeedsContext value={['on', ...needs]}>
        <FuzzyDateField name="on" />
        {fields.map((field) => <Asked key={field} field={field} {...{ noun, needs, parties, others, mayBegin }} />)}
        <DocumentBehind noun={noun} documents={documents} languages={languages} may={mayBegin.includes('document') ? 'begin' : 'choose'} />
        <LocalTextField name="note" rows={2} />
      </NeedsContext>
    </EntryForm>
  );
}

function Asked({ field, noun, needs, parties, others, mayBegin }: { field: PaperField; noun: string } & Pick<ActFormProps, 'needs' | 'parties' | 'others' | 'mayBegin'>) {
  const t = useTranslations('fields.agreementAct');
  switch (field) {
    case 'number': case 'session': case 'retentionCategory': return <TextField name={field} width="w-12" />;
    case 'gazette': case 'budgetLine': return <TextField name={field} />;
    case 'areas': return <Areas />;
    case 'body': return <LocalTextField name="body" />;
    case 'partyId': return <RecordField name="partyId" records={parties} none={needs.includes('partyId') ? undefined : t('partyId_none')} />;
    case 'signatory': return <><TextField name="signatory" width="w-12" /><LocalTextField name="signatoryOffice" /></>;
    case 'other': return <OtherAgreement noun={noun} others={others} may={mayBegin.includes('agreement') ? 'begin' : 'choose'} none={t('other_none')} />;
  }
}

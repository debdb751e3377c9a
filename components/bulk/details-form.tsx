'use client';
import { useTranslations } from 'next-intl';
import { BackLink } from '#components/record/back-link.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { ChoiceField, TickField } from '#components/fields/choice-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { TextArea } from '#components/fields/text-field.tsx';
import type { BulkVerb } from '#office/bulk/bulk.ts';
import { cooperationFields } from '#office/vocabulary.ts';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { verb: BulkVerb; back: string; people: readonly { id: string; name: string }[] };

/** What an act on many records asks besides them, and the word of confirmation. */
export function BulkDetailsForm({ verb, back, people, ...form }: Props) {
  return (
    <EntryForm {...form} noun="bulk" kind={verb === 'withdraw' ? 'harm' : 'main'} beside={<BackLink href={back} />}>
      <Asked verb={verb} people={people} />
    </EntryForm>
  );
}

function Asked({ verb, people }: Pick<Props, 'verb' | 'people'>) {
  const t = useTranslations('form.bulk');
  const fields = useTranslations('vocabulary.field');
  const states = useTranslations('states.verification');
  switch (verb) {
    case 'assign': return <ChoiceField name="ownerId" none={t('nobody')} options={people.map(({ id, name }) => ({ value: id, label: name }))} />;
    case 'classify': return (
      <>
        <ChoiceField name="how" as="radios" options={(['add', 'remove', 'replace'] as const).map((value) => ({ value, label: t(`how.${value}`) }))} />
        <TickField name="fields" options={cooperationFields.map((value) => ({ value, label: fields(value) }))} />
      </>
    );
    case 'verify': return (
      <>
        <ChoiceField name="verification" as="radios" options={(['checked', 'disputed'] as const).map((value) => ({ value, label: states(value) }))} />
        <TextArea name="reason" rows={3} />
      </>
    );
    case 'withdraw': return <LocalTextField name="publicReason" rows={3} />;
    case 'publish': return null;
  }
}

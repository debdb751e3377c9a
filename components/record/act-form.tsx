'use client';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { ChoiceField, type Option } from '#components/fields/choice-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { NeedsContext } from '#components/form-face.ts';
import { TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from './back-link.tsx';
import { KnownActs } from './known-acts.tsx';

type Props = Omit<EntryFormProps, 'children'> & { back: string };

/** One act of a membership or a project, which its page names: when it was, under which number, what of it is to be noted. */
export function RecordActForm({ back, known, needs, ...form }: Props & { known: readonly string[]; /** Without what it is not entered. */ needs: readonly string[] }) {
  return (
    <EntryForm {...form} beside={<BackLink href={back} />}>
      <KnownActs ids={known} recordPath={back} />
      <NeedsContext value={needs}><Paper /></NeedsContext>
    </EntryForm>
  );
}

/** An act of the past as a source tells of it, whichever it is. */
export function OldRecordActForm({ back, kinds, ...form }: Props & { kinds: readonly Option[] }) {
  return (
    <EntryForm {...form} beside={<BackLink href={back} />}>
      <ChoiceField name="kind" options={kinds} />
      <Paper />
    </EntryForm>
  );
}

function Paper() {
  return (
    <>
      <FuzzyDateField name="on" />
      <TextField name="number" width="w-12" />
      <LocalTextField name="note" rows={2} />
    </>
  );
}

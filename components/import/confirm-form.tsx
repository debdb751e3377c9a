'use client';
import { ChoiceField, type Option } from '#components/fields/choice-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

type Props = Pick<EntryFormProps, 'action' | 'hidden' | 'submit'> & {
  what: string;
  /** What may become of the good rows where others are wrong; none where all are good. */
  choices: readonly Option[];
};

/** The last word before rows become records. Where some are wrong, what becomes of the others is said first. */
export function ConfirmImportForm({ what, choices, ...form }: Props) {
  return (
    <EntryForm {...form} noun="import" keepAs="nothing">
      <p className="soft">{what}</p>
      {choices.length > 0 ? <ChoiceField name="rest" as="radios" options={choices} /> : null}
    </EntryForm>
  );
}

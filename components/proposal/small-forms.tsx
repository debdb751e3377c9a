'use client';
import { ChoiceField } from '#components/fields/choice-field.tsx';
import { TextArea } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

type Form = Omit<EntryFormProps, 'children' | 'noun'>;

/** A word about the whole proposal or one of its fields. */
export function CommentForm({ fields, whole, ...form }: Form & { fields: readonly { value: string; label: string }[]; whole: string }) {
  return (
    <EntryForm {...form} noun="proposal">
      {fields.length > 0 ? <ChoiceField name="field" options={fields} none={whole} /> : null}
      <TextArea name="text" rows={2} />
    </EntryForm>
  );
}

/** One button of its author: take it back. */
export function TakeBackForm(form: Form) {
  return <EntryForm {...form} noun="proposal" kind="harm" keepAs="nothing">{null}</EntryForm>;
}

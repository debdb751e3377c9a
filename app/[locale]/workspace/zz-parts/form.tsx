'use client';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { ChoiceField, TickField } from '#components/fields/choice-field.tsx';
import { FuzzyDateField } from '#components/fields/fuzzy-date-field.tsx';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { MoneyField } from '#components/fields/money-field.tsx';
import { SourcesField } from '#components/fields/sources-field.tsx';
import { TextField } from '#components/fields/text-field.tsx';
const options = [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }];
export function ZzForm({ action }: { action: EntryFormProps['action'] }) {
  return <EntryForm action={action} noun="agreement" values={{ email: ['base@x'], 'title.sr-Cyrl': ['Основа'], 'date.year': ['2000'] }} hidden={{ id: 'x', version: 3, request: 'r' }} submit="OK">
    <TextField name="email" type="email" /><LocalTextField name="title" /><ChoiceField name="type" options={options} /><ChoiceField name="kind" as="radios" options={options} /><TickField name="sdgs" options={options} /><FuzzyDateField name="date" /><MoneyField name="amount" /><SourcesField />
  </EntryForm>;
}

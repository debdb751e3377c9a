'use client';
import { DayField, TextArea, TextField } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

type Form = Omit<EntryFormProps, 'children' | 'noun'> & { what?: string };

/** One button and what it will do. */
export function StepForm({ what, ...form }: Form) {
  return <EntryForm {...form} noun="step" keepAs="nothing">{what ? <p className="prose">{what}</p> : null}</EntryForm>;
}

/** A step with a word to the others: `field` is its name. */
export function WordForm({ what, field, ...form }: Form & { field: 'message' | 'reason' }) {
  return <EntryForm {...form} noun="step" keepAs="nothing">{what ? <p className="prose">{what}</p> : null}<TextArea name={field} rows={2} /></EntryForm>;
}

/** From when it stands before the public: a day and an hour of Belgrade. */
export function ScheduleForm({ what, ...form }: Form) {
  return (
    <EntryForm {...form} noun="step" keepAs="nothing">
      {what ? <p className="prose">{what}</p> : null}
      <DayField name="day" />
      <TextField name="time" width="w-8" inputMode="numeric" />
    </EntryForm>
  );
}

/** The day before which nobody may publish it; empty lifts the embargo. */
export function EmbargoForm({ what, ...form }: Form) {
  return (
    <EntryForm {...form} noun="step" keepAs="nothing">
      {what ? <p className="prose">{what}</p> : null}
      <DayField name="until" />
      <TextArea name="reason" rows={2} />
    </EntryForm>
  );
}

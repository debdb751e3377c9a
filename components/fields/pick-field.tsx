'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import type { FormValues } from '#office/outcome.ts';
import type { Pickable } from '#office/find/wanted.ts';
import { useField, useFormFace } from '#components/form-face.ts';
import { FieldFrame } from '#components/fields/frame.tsx';
import { PickInput, type Picked } from '#components/fields/pick-input.tsx';

export type Named = readonly { id: string; label: string }[];
type PickFieldProps = {
  name: string;
  what: Pickable;
  /** The records that stand in the form and a few more; all others are found while typing. */
  records: Named;
  /** Said where none is chosen. */
  none?: string;
};

/**
 * Another record by its name: typed in either script, by acronym or code. With scripts it is offered while typing and may be
 * laid down on the spot; without, what was typed is found when the form is sent (office/find/sought.ts).
 */
export function PickField({ name, what, records, none }: PickFieldProps) {
  const { values, cameBack } = useFormFace();
  const { control, value: id } = useField(name);
  const t = useTranslations('form.pick');
  const known = new Map(records.map((one) => [one.id, one.label]));
  const label = (value: string) => known.get(value) ?? (value && t('unseen'));
  const typed = values[`seek.${what}.${name}`]?.[0];
  const was = values[`was.${name}`]?.[0];
  // Words that were typed belong to the id that they were typed over; another id, taken from a conflict, has its own.
  const kept = cameBack && typed !== undefined && was !== undefined && (was === id || was.startsWith(`${id} `));
  const start: Picked = kept ? { id, label: was.slice(id.length).trim(), text: typed } : { id, label: label(id), text: label(id) };
  const [drawn, setDrawn] = useState({ from: `${id} ${typed} ${was}`, start });
  if (drawn.from !== `${id} ${typed} ${was}`) setDrawn({ from: `${id} ${typed} ${was}`, start });
  return (
    <FieldFrame name={name} show={(form: FormValues) => label(form[name]?.[0] ?? '')}>
      <PickInput
        key={drawn.from} name={name} what={what} start={drawn.start} records={records} none={none} hint={t('hint')}
        describedBy={control['aria-describedby']} invalid={control['aria-invalid']}
      />
    </FieldFrame>
  );
}

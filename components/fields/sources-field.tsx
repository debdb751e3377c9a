'use client';
import { LocalTextField } from '#components/fields/local-text-field.tsx';
import { RowsField } from '#components/fields/rows-field.tsx';
import { DayField, TextArea, TextField } from '#components/fields/text-field.tsx';

/** Where the facts of a record were found. */
export function SourcesField({ name = 'sources' }: { name?: string }) {
  return (
    <RowsField name={name}>
      {(row) => (
        <>
          <LocalTextField name={`${row}.title`} />
          <TextField name={`${row}.url`} type="url" inputMode="url" />
          <DayField name={`${row}.retrievedOn`} />
          <TextArea name={`${row}.quote`} rows={3} />
        </>
      )}
    </RowsField>
  );
}

'use client';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { MapColumns, type MapColumnsProps } from '#components/import/map-columns.tsx';
import { Tick } from '#components/import/tick.tsx';

type Props = Pick<EntryFormProps, 'action' | 'values' | 'hidden'> & MapColumnsProps & { words: { readonly submit: string } };

/** What each column of a table fills, with what stands in it; guessed before, and changed here. */
export function MapForm({ columns, choices, words, ...form }: Props) {
  return (
    <EntryForm {...form} noun="import" submit={words.submit} keepAs="nothing">
      <MapColumns columns={columns} choices={choices} words={words} />
      <Tick name="entersUnknown" />
    </EntryForm>
  );
}

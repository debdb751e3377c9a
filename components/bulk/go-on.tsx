'use client';
import { useEffect, useRef } from 'react';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

/** Goes on with a run by itself; without a script it is a button. `stands` is how far the run has come. */
export function GoOn({ stands, ...form }: Omit<EntryFormProps, 'children' | 'noun'> & { stands: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector('form')?.requestSubmit();
  }, [stands]);
  return <div ref={place}><EntryForm {...form} noun="bulk">{null}</EntryForm></div>;
}

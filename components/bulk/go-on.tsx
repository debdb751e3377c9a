'use client';
import { useEffect, useRef } from 'react';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

/** Goes on with a run by itself; without a script it is a button. Drawn anew for each turn. */
export function GoOn(form: Omit<EntryFormProps, 'children' | 'noun'>) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector('form')?.requestSubmit();
  }, []);
  return <div ref={place}><EntryForm {...form} noun="bulk">{null}</EntryForm></div>;
}

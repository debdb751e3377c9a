'use client';
import { useActionState, useCallback, useState, type ReactNode } from 'react';
import { untouched, type FormState, type FormValues } from '#office/outcome.ts';
import { OpenForm } from '#components/open-form.tsx';

export type EntryFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  /** Whose labels the fields take: `fields.<noun>.…`. */
  noun: string;
  values?: FormValues;
  /** What the form carries unseen: the record's id, the version it was opened with, the one-time request id. */
  hidden?: Readonly<Record<string, string | number | null | undefined>>;
  submit: ReactNode;
  /** `harm` for what takes something away, `line` where many stand beside each other. */
  kind?: 'main' | 'line' | 'harm';
  /** The page on which the fields stand that an issue names, where that is another one. */
  fieldsAt?: string;
  /** Draws what is told once when the act is done, in the place of the form. */
  whenTold?: (told: string) => ReactNode;
  /** Further buttons and links beside the main one. */
  beside?: ReactNode;
  /** By which of the page's unsent forms this one is known, where two of one noun stand on a page; `nothing` is never kept. */
  keepAs?: string | 'nothing';
  children: ReactNode;
};

const none = {};

/** A form of the workspace. It is posted by the browser itself where there are no scripts, and comes back with all that was typed. */
export function EntryForm({ values = none, hidden = none, ...form }: EntryFormProps) {
  const [first, post] = useActionState(form.action, untouched);
  const [opened, setOpened] = useState({ values, hidden, stage: (first.status === null && !first.values ? 'idle' : 'held') as Stage, turn: 0 });
  // A form in which something was typed keeps what it was opened with, whatever the page around it is drawn with meanwhile. Once
  // sent it is the next one; and one that nobody has touched follows what another form of the page has made of the record.
  if (opened.stage !== 'held' && JSON.stringify(said(values, hidden, opened.stage)) !== JSON.stringify(said(opened.values, opened.hidden, opened.stage))) {
    setOpened({ values, hidden, stage: 'idle', turn: opened.turn + 1 });
  }
  // The same at each drawing, so that a key draws nothing but its own field.
  const onHeld = useCallback(() => setOpened((before) => (before.stage === 'idle' ? { ...before, stage: 'held' } : before)), []);
  const onSent = useCallback(() => setOpened((before) => ({ ...before, stage: 'sent' })), []);
  return (
    <OpenForm
      {...form} key={opened.turn} values={opened.values} hidden={opened.hidden} first={opened.turn === 0 ? first : untouched} post={post}
      onHeld={onHeld} onSent={onSent}
    />
  );
}

type Stage = 'idle' | 'held' | 'sent';

/** What a form stands for. The one-time id is another at each drawing, so it makes no other form but where one was sent. */
function said(values: FormValues, { request, ...hidden }: NonNullable<EntryFormProps['hidden']>, stage: Stage): unknown[] {
  return [values, hidden, stage === 'sent' ? request : null];
}

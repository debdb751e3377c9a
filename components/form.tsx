'use client';
import { useActionState, useState, type ReactNode } from 'react';
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
  const [opened, setOpened] = useState({ values, hidden, sent: false, turn: 0 });
  // A form keeps what it was opened with, whatever the page around it is drawn with meanwhile; once sent, it is the next one.
  if (opened.sent && JSON.stringify([values, hidden]) !== JSON.stringify([opened.values, opened.hidden])) {
    setOpened({ values, hidden, sent: false, turn: opened.turn + 1 });
  }
  return (
    <OpenForm
      {...form} key={opened.turn} values={opened.values} hidden={opened.hidden} first={opened.turn === 0 ? first : untouched} post={post}
      onSent={() => setOpened((before) => ({ ...before, sent: true }))}
    />
  );
}

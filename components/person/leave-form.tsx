'use client';
import { useActionState } from 'react';
import { untouched } from '#office/outcome.ts';
import type { EntryFormProps } from '#components/form.tsx';

/** Signs out: a form, since a link would be followed by whatever reads ahead. */
export function LeaveForm({ action, words }: { action: EntryFormProps['action']; words: string }) {
  const [, post] = useActionState(action, untouched);
  return <form action={post}><button className="btn btn-bare btn-sm" type="submit">{words}</button></form>;
}

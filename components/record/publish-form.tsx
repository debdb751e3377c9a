'use client';
import type { EntryFormProps } from '#components/form.tsx';
import { ConfirmForm } from '#components/confirm-form.tsx';
import { BackLink } from './back-link.tsx';

export type RecordFormProps = Omit<EntryFormProps, 'children'> & { back: string; words: string };

/** Shows the record to the public; what is still missing comes back as issues that lead to the fields. */
export function PublishForm({ back, words, ...form }: RecordFormProps) {
  return <ConfirmForm {...form} reason="not asked" beside={<BackLink href={back} />}><p className="prose">{words}</p></ConfirmForm>;
}

'use client';
import { ConfirmForm } from '#components/confirm-form.tsx';
import type { EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; words: string };

/** Takes out an act that was entered in error; the reason stays in the ledger. */
export function StrikeForm({ back, words, ...form }: Props) {
  return <ConfirmForm {...form} noun="agreementAct" kind="harm" beside={<BackLink href={back} />}><p className="prose">{words}</p></ConfirmForm>;
}

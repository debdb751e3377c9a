'use client';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { OtherAgreement, type Carriers } from './paper-fields.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun'> & { back: string; others: Carriers };

/** An annex: a record begun with the parties of the main text, or one that stands in the register already. */
export function AnnexForm({ back, others, ...form }: Props) {
  return <EntryForm {...form} noun="agreementAnnex" beside={<BackLink href={back} />}><OtherAgreement noun="agreementAnnex" others={others} may="begin" /></EntryForm>;
}

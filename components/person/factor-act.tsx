'use client';
import { useTranslations } from 'next-intl';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Props = Pick<EntryFormProps, 'action' | 'submit' | 'hidden' | 'kind'> & { /** Where to go on once new codes are kept, for the act that tells them. */ codesThen?: string };

/** One button about the second factor: begin, make new codes, switch off. */
export function FactorAct({ codesThen = '', ...form }: Props) {
  const t = useTranslations('form');
  return (
    <EntryForm {...form} noun="person" keepAs="nothing" whenTold={(told) => <RecoveryCodes codes={told.split(' ')} then={codesThen} />}>
      <span className="hide">{t('oneAct')}</span>
    </EntryForm>
  );
}

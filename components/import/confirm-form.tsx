'use client';
import { useTranslations } from 'next-intl';
import { ChoiceField } from '#components/fields/choice-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';

type Props = Pick<EntryFormProps, 'action' | 'hidden'> & { wrong: number; good: number };

/** The last word before rows become records. Where some are wrong, what becomes of the others is said first. */
export function ConfirmImportForm({ wrong, good, ...form }: Props) {
  const t = useTranslations('import.confirm');
  return (
    <EntryForm {...form} noun="import" submit={wrong > 0 ? t('submit') : t('all', { count: good })} keepAs="nothing">
      <p className="soft">{t('what')}</p>
      {wrong > 0 ? <ChoiceField name="rest" as="radios" options={[...(good > 0 ? [{ value: 'good', label: t('good') }] : []), { value: 'nothing', label: t('nothing') }]} /> : null}
    </EntryForm>
  );
}

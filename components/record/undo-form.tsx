import { useTranslations } from 'next-intl';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { uncapital } from '#messages/capital.ts';

type Props = Pick<EntryFormProps, 'action' | 'hidden'> & { /** The name of the act („agreement.revise“). */ done: string; /** As it is written („14.32“). */ time: string };

/** The last change, while it can be undone with one press. */
export function UndoForm({ done, time, ...form }: Props) {
  const t = useTranslations('record');
  return (
    <div className="undo">
      <EntryForm {...form} noun="record" keepAs="nothing" submit={t('undo.submit')}>
        <p>{t('undo.what', { act: uncapital(t(`acts.${done.split('.')[1] ?? ''}`)), time })}</p>
      </EntryForm>
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { TextArea } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from './back-link.tsx';
import { DoubleWrong } from './double-wrong.tsx';
import type { MergeChoice } from './merge-choices.ts';
import { TakeField } from './take-field.tsx';

type Props = Omit<EntryFormProps, 'children'> & {
  back: string;
  kept: { title: string; code: string };
  double: { title: string; code: string; href: string };
  choices: readonly MergeChoice[];
  /** How many rows of other records name the double. */
  pointing: number;
};

/** Two records side by side: for each field in which they differ, which of the two texts the kept one will have. */
export function MergeForm({ back, kept, double, choices, pointing, ...form }: Props) {
  const t = useTranslations('merge');
  return (
    <EntryForm {...form} kind="harm" beside={<BackLink href={back} />}>
      <p className="prose">{t('what', { kept: kept.code, double: double.code })}</p>
      <p className="prose">{t('pointing', { count: pointing })}</p>
      <p className="prose">{t('undo')}</p>
      <DoubleWrong />
      {choices.length === 0 ? <p>{t('same')}</p> : (
        <fieldset className="field">
          <legend>{t('caption')}</legend>
          <div className="diff">
            <div className="diff-row">
              <span>{t('field')}</span>
              <span>{t('kept')}: {kept.title} <span className="code soft">{kept.code}</span></span>
              <span>{t('double')}: <a href={double.href}>{double.title}</a> <span className="code soft">{double.code}</span></span>
            </div>
            {choices.map((choice) => <Choice key={choice.field} {...choice} />)}
          </div>
        </fieldset>
      )}
      <TextArea name="reason" rows={2} />
    </EntryForm>
  );
}

function Choice({ field, label, kept, double }: MergeChoice) {
  const t = useTranslations('merge');
  const none = <span className="unknown">{t('nothing')}</span>;
  return (
    <div className="diff-row">
      <h2>{label}</h2>
      <div>{kept ?? none}</div>
      <div>{double === undefined ? none : <TakeField field={field} text={double} word={t('take')} offered={kept === undefined ? 'taken' : 'left'} />}</div>
    </div>
  );
}

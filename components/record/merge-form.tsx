import { useTranslations } from 'next-intl';
import { TextArea } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from './back-link.tsx';
import { DoubleWrong } from './double-wrong.tsx';
import type { MergeChoice } from './merge-choices.ts';
import { MergeMoves, type Moves } from './merge-moves.tsx';
import { TakeField } from './take-field.tsx';

type Props = Omit<EntryFormProps, 'children'> & {
  back: string;
  kept: { title: string; code: string };
  double: { title: string; code: string; href: string };
  choices: readonly MergeChoice[];
  /** Which fields were chosen of the double before; null where nobody has chosen. */
  taken: readonly string[] | null;
  moves: Moves;
  /** Whether it is done at once by whoever sends it, who may undo it then. */
  alone: boolean;
};

/** Two records side by side: for each field in which they differ, which of the two texts the kept one will have. */
export function MergeForm({ back, kept, double, choices, taken, moves, alone, ...form }: Props) {
  const t = useTranslations('merge');
  return (
    <EntryForm {...form} beside={<BackLink href={back} />}>
      <p className="prose">{t('what', { kept: kept.code, double: double.code })}</p>
      <MergeMoves moves={moves} />
      {alone ? <p className="prose">{t('undo')}</p> : null}
      <DoubleWrong />
      {choices.length === 0 ? <p>{t('same')}</p> : (
        <fieldset className="field">
          <legend>{t('caption')}</legend>
          <div className="diff">
            <div className="diff-row diff-key">
              <span>{t('field')}</span>
              <span>{t('kept')}: {kept.title} <span className="code soft">{kept.code}</span></span>
              <span>{t('double')}: <a href={double.href}>{double.title}</a> <span className="code soft">{double.code}</span></span>
            </div>
            {choices.map((choice) => <Choice key={choice.field} {...choice} codes={{ kept: kept.code, double: double.code }} offered={(taken ? taken.includes(choice.field) : choice.kept === undefined) ? 'taken' : 'left'} />)}
          </div>
        </fieldset>
      )}
      <TextArea name="reason" rows={2} />
    </EntryForm>
  );
}

function Choice({ field, label, kept, double, codes, offered }: MergeChoice & { codes: { kept: string; double: string }; offered: 'taken' | 'left' }) {
  const t = useTranslations('merge');
  const none = <span className="unknown">{t('nothing')}</span>;
  return (
    <div className="diff-row">
      <h2>{label}</h2>
      <div><small className="diff-of">{codes.kept} </small>{kept ?? none}</div>
      <div><small className="diff-of">{codes.double} </small>{double === undefined ? none : <TakeField field={field} text={double} word={`${t('take')}: ${label}`} offered={offered} />}</div>
    </div>
  );
}

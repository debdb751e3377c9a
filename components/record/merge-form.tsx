'use client';
import { useTranslations } from 'next-intl';
import { TextArea } from '#components/fields/text-field.tsx';
import { useField, useFormFace } from '#components/form-face.ts';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { BackLink } from './back-link.tsx';
import type { MergeChoice } from './merge-choices.ts';

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
      <Double />
      {choices.length === 0 ? <p>{t('same')}</p> : (
        <section className="scroll" aria-label={t('caption')} tabIndex={0}>
          <table className="grid">
            <caption className="hide">{t('caption')}</caption>
            <thead>
              <tr><th scope="col">{t('field')}</th><th scope="col">{t('kept')}: {kept.title} <small className="code">{kept.code}</small></th>
                <th scope="col">{t('double')}: <a href={double.href}>{double.title}</a> <small className="code">{double.code}</small></th></tr>
            </thead>
            <tbody>{choices.map((choice) => <Choice key={choice.field} {...choice} />)}</tbody>
          </table>
        </section>
      )}
      <TextArea name="reason" rows={2} />
    </EntryForm>
  );
}

/** Where the issues about the double itself are told. */
function Double() {
  const { wrong } = useField('doubleId');
  return wrong.length > 0 ? <div id="doubleId" tabIndex={-1}>{wrong.map((words) => <p className="err" key={words}>{words}</p>)}</div> : null;
}

function Choice({ field, label, kept, double }: MergeChoice) {
  const t = useTranslations('merge');
  const { held, drawnFrom } = useField('take');
  const { cameBack } = useFormFace();
  const none = <span className="unknown">{t('nothing')}</span>;
  if (double === undefined) return <tr><th scope="row">{label}</th><td>{kept ?? none}</td><td>{none}</td></tr>;
  const taken = cameBack ? held.includes(field) : kept === undefined;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{kept ?? none}</td>
      <td>
        <label className="radio">
          <input key={drawnFrom} type="checkbox" name="take" value={field} defaultChecked={taken} />
          <span>{double}<span className="hide"> – {t('take')}</span></span>
        </label>
      </td>
    </tr>
  );
}

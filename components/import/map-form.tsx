'use client';
import { useTranslations } from 'next-intl';
import { useFormFace, useIssueWords } from '#components/form-face.ts';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { Tick } from '#components/import/tick.tsx';

export type MapColumn = { readonly heading: string; readonly samples: readonly string[] };
export type MapChoice = { readonly key: string; readonly label: string };
type Props = Pick<EntryFormProps, 'action' | 'values' | 'hidden'> & { columns: readonly MapColumn[]; choices: readonly MapChoice[] };

/** What each column of a table fills, with what stands in it; guessed before, and changed here. */
export function MapForm({ columns, choices, ...form }: Props) {
  const t = useTranslations('import.map');
  return (
    <EntryForm {...form} noun="import" submit={t('submit')} keepAs="nothing">
      <section className="scroll" aria-label={t('caption')} tabIndex={0}>
        <table className="grid import-map">
          <caption className="hide">{t('caption')}</caption>
          <thead><tr><th scope="col">{t('column')}</th><th scope="col">{t('fills')}</th><th scope="col">{t('sample')}</th></tr></thead>
          <tbody>{columns.map((column, at) => <ColumnRow key={column.heading} name={`columns.c${at}`} column={column} choices={choices} />)}</tbody>
        </table>
      </section>
      <Tick name="entersUnknown" />
    </EntryForm>
  );
}

function ColumnRow({ name, column, choices }: { name: string; column: MapColumn; choices: readonly MapChoice[] }) {
  const t = useTranslations('import.map');
  const { values, issues } = useFormFace();
  const words = useIssueWords();
  const wrong = issues.filter(({ field }) => field === name).map(words);
  const chosen = values[name]?.[0] ?? '';
  return (
    <tr>
      <th scope="row">{column.heading}</th>
      <td>
        {wrong.length > 0 ? <p className="err" id={`${name}-issue`}>{wrong.join(' ')}</p> : null}
        <select key={chosen} className="in" id={name} name={name} defaultValue={chosen} aria-label={t('choose', { heading: column.heading })} aria-invalid={wrong.length > 0 || undefined} aria-describedby={wrong.length > 0 ? `${name}-issue` : undefined}>
          <option value="">{t('none')}</option>
          {choices.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
        </select>
      </td>
      <td className="import-sample">{column.samples.map((text, place) => <span key={place}>{text}</span>)}</td>
    </tr>
  );
}

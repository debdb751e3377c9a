'use client';
import { useFormFace, useIssueWords } from '#components/form-face.ts';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { Tick } from '#components/import/tick.tsx';

/** Words that the page knows, since they are no form's own. */
export type MapWords = Readonly<Record<'caption' | 'column' | 'fills' | 'sample' | 'none' | 'submit', string>>;
export type MapColumn = { readonly heading: string; readonly label: string; readonly samples: readonly string[] };
export type MapChoice = { readonly key: string; readonly label: string };
type Props = Pick<EntryFormProps, 'action' | 'values' | 'hidden'> & { columns: readonly MapColumn[]; choices: readonly MapChoice[]; words: MapWords };

/** What each column of a table fills, with what stands in it; guessed before, and changed here. */
export function MapForm({ columns, choices, words, ...form }: Props) {
  return (
    <EntryForm {...form} noun="import" submit={words.submit} keepAs="nothing">
      <section className="scroll" aria-label={words.caption} tabIndex={0}>
        <table className="grid import-map">
          <caption className="hide">{words.caption}</caption>
          <thead><tr><th scope="col">{words.column}</th><th scope="col">{words.fills}</th><th scope="col">{words.sample}</th></tr></thead>
          <tbody>{columns.map((column, at) => <ColumnRow key={column.heading} name={`columns.c${at}`} column={column} choices={choices} none={words.none} />)}</tbody>
        </table>
      </section>
      <Tick name="entersUnknown" />
    </EntryForm>
  );
}

function ColumnRow({ name, column, choices, none }: { name: string; column: MapColumn; choices: readonly MapChoice[]; none: string }) {
  const { values, issues } = useFormFace();
  const words = useIssueWords();
  const wrong = issues.filter(({ field }) => field === name).map(words);
  const chosen = values[name]?.[0] ?? '';
  return (
    <tr>
      <th scope="row" translate="no">{column.heading}</th>
      <td>
        {wrong.length > 0 ? <p className="err" id={`${name}-issue`}>{wrong.join(' ')}</p> : null}
        <select key={chosen} className="in" id={name} name={name} defaultValue={chosen} aria-label={column.label} aria-invalid={wrong.length > 0 || undefined} aria-describedby={wrong.length > 0 ? `${name}-issue` : undefined}>
          <option value="">{none}</option>
          {choices.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
        </select>
      </td>
      <td className="import-sample" translate="no">{column.samples.map((text, place) => <span key={place}>{text}</span>)}</td>
    </tr>
  );
}

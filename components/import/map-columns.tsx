'use client';
import { useEffect, useRef, useState } from 'react';
import { useFormFace, useIssueWords } from '#components/form-face.ts';

/** Words that the page knows, since they are no form's own. */
export type MapWords = Readonly<Record<'caption' | 'column' | 'fills' | 'sample' | 'none' | 'change', string>>;
export type MapColumn = { readonly heading: string; readonly label: string; readonly change: string; readonly samples: readonly string[] };
export type MapChoice = { readonly key: string; readonly label: string };
export type MapColumnsProps = { columns: readonly MapColumn[]; choices: readonly MapChoice[]; words: MapWords };

/** How many columns that were not recognised offer their fields at once: each list is as long as the register has fields. */
export const openAtOnce = 12;

/** The columns of a table. Those that were recognised say what they fill; the others offer it, and any does when it is asked to. */
export function MapColumns({ columns, choices, words }: MapColumnsProps) {
  const { values } = useFormFace();
  const nameless = columns.flatMap((_, at) => (values[nameOf(at)]?.[0] ? [] : [at])).slice(0, openAtOnce);
  return (
    <section className="scroll" aria-label={words.caption} tabIndex={0}>
      <table className="grid import-map">
        <caption className="hide">{words.caption}</caption>
        <thead><tr><th scope="col">{words.column}</th><th scope="col">{words.fills}</th><th scope="col">{words.sample}</th></tr></thead>
        <tbody>{columns.map((column, at) => <ColumnRow key={column.heading} name={nameOf(at)} column={column} choices={choices} words={words} first={nameless.includes(at) ? 'open' : 'folded'} />)}</tbody>
      </table>
    </section>
  );
}

function nameOf(at: number): string {
  return `columns.c${at}`;
}

type RowProps = { name: string; column: MapColumn; choices: readonly MapChoice[]; words: MapWords; first: 'open' | 'folded' };

function ColumnRow({ name, column, choices, words, first }: RowProps) {
  const { values, issues } = useFormFace();
  const say = useIssueWords();
  const [asked, setAsked] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (asked) select.current?.focus();
  }, [asked]);
  const wrong = issues.filter(({ field }) => field === name).map(say);
  const chosen = values[name]?.[0] ?? '';
  // Without scripts the server counts one row more, as it does for „Додај још“.
  const opened = first === 'open' || asked || wrong.length > 0 || values[`${name}.rows`] !== undefined;
  return (
    <tr>
      <th scope="row" translate="no">{column.heading}</th>
      <td>
        {wrong.length > 0 ? <p className="err" id={`${name}-issue`}>{wrong.join(' ')}</p> : null}
        {opened ? (
          <select key={chosen} ref={select} className="in" id={name} name={name} defaultValue={chosen} aria-label={column.label} aria-invalid={wrong.length > 0 || undefined} aria-describedby={wrong.length > 0 ? `${name}-issue` : undefined}>
            <option value="">{words.none}</option>
            {choices.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
          </select>
        ) : (
          <span className="import-fills">
            <input type="hidden" name={name} defaultValue={chosen} />
            <span className={chosen ? undefined : 'soft'}>{choices.find(({ key }) => key === chosen)?.label ?? words.none}</span>
            <button className="btn btn-line btn-sm" type="submit" name="again" value={name} aria-label={column.change} onClick={(event) => {
              event.preventDefault();
              setAsked(true);
            }}>{words.change}</button>
          </span>
        )}
      </td>
      <td className="import-sample" translate="no">{column.samples.map((text, place) => <span key={place}>{text}</span>)}</td>
    </tr>
  );
}

import type { ReactNode } from 'react';
import type { GlyphName } from '#components/glyphs.tsx';
import { Glyph } from '#components/glyph.tsx';

/** `done` has its act, `gap` should have one that was not found, `wait` awaits it, `none` needs or had none, `harm` went wrong. */
export type ActState = 'done' | 'gap' | 'wait' | 'none' | 'harm';
export type ActCell = { state: ActState; words: ReactNode; note?: ReactNode };

const looks: Record<ActState, readonly [GlyphName, string]> = {
  done: ['a-done', 'act act-done'],
  gap: ['a-gap', 'act act-gap'],
  wait: ['a-wait', 'act act-wait'],
  none: ['a-no', 'act act-no'],
  harm: ['terminated', 'act act-harm'],
};

type ActTableProps = {
  caption: string;
  party: string;
  columns: readonly string[];
  /** One row per party, its cells in the order of the columns. */
  rows: readonly { id: string; party: ReactNode; cells: readonly ActCell[] }[];
};

/** Parties down, acts across; on a phone each party becomes a block with labels. */
export function ActTable({ caption, party, columns, rows }: ActTableProps) {
  return (
    <table className="acts fold">
      <caption className="hide">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{party}</th>
          {columns.map((column) => <th scope="col" key={column}>{column}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.party}</th>
            {row.cells.map((cell, place) => (
              <td key={columns[place]}>
                <span className="cell-label" aria-hidden="true">{columns[place]}</span>
                <Act {...cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Act({ state, words, note }: ActCell) {
  const [glyph, look] = looks[state];
  return (
    <div className={look}>
      <Glyph name={glyph} />
      <div>{words}{note ? <small>{note}</small> : null}</div>
    </div>
  );
}

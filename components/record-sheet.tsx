import type { ReactNode } from 'react';
import { Unknown, type UnknownThing } from '#components/unknown.tsx';

/** One line of the sheet; a null value is drawn as not known, in the words of `unknown`. */
export type SheetRow = { term: ReactNode; value: ReactNode; unknown?: UnknownThing; source?: ReactNode };

/** The facts of a record beside its text. */
export function RecordSheet({ rows }: { rows: readonly SheetRow[] }) {
  return (
    <dl className="sheet">
      {rows.map((row, place) => (
        <div key={place}>
          <dt>{row.term}</dt>
          <dd>
            {row.value ?? <Unknown what={row.unknown} />}
            {row.source ? <span className="src">{row.source}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

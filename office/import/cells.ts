import type { Column } from './column.ts';
import { columnsOf } from './columns.ts';
import type { ImportNoun } from './import.ts';

/** A brought table, as far as its rows are judged by it. */
export type Mapped = { readonly noun: ImportNoun; readonly headings: readonly string[]; readonly mapping: Readonly<Record<string, string>>; readonly entersUnknown: boolean };
export type Row = { readonly rowNumber: number; readonly cells: readonly string[] };
/** A column of the register with the heading that fills it, and the place of its cells in a row. */
export type Filled = { readonly column: Column; readonly heading: string; readonly at: number };

/** The columns of the register that the table fills, in the register's order. */
export function filledColumns({ noun, headings, mapping }: Mapped): Filled[] {
  return columnsOf(noun).flatMap((column) => {
    const heading = mapping[column.key];
    const at = heading === undefined ? -1 : headings.indexOf(heading);
    return heading === undefined || at < 0 ? [] : [{ column, heading, at }];
  });
}

/** What a row says in the cell of this column; '' where it says nothing. */
export function cellOf(filled: readonly Filled[], row: Row, key: string): string {
  const place = filled.find(({ column }) => column.key === key);
  return place ? row.cells[place.at] ?? '' : '';
}

import type { Column } from '#components/table/column.ts';

/**
 * RFC 4180 but for its commas: between cells stand semicolons, at which a Serbian spreadsheet parts them, since its decimal mark is a comma.
 * And inert: `=`, `+`, `-`, `@`, tab and CR at the head of a cell, and their wide forms, are made letters; every cell is quoted, so that none
 * begins at a comma or semicolon within another, whichever of the two parts them.
 */
export const sheetRules = { bom: true, delimiter: ';', quoted: true, record_delimiter: 'windows', escape_formulas: true } as const;

/** The heads of the columns, and one row for each line. */
export async function* rowsOf<L>(lines: AsyncIterable<L>, columns: readonly Column<L>[]): AsyncGenerator<string[]> {
  yield columns.map(({ label }) => label);
  for await (const line of lines) yield columns.map(({ text }) => text(line));
}

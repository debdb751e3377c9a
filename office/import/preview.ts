import { issueWords } from '#messages/issue.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { Staff } from '#office/viewer.ts';
import { cellOf, filledColumns, type Mapped } from './cells.ts';
import { columnLabel, type Column } from './column.ts';
import { columnsOf } from './columns.ts';
import { changedColumns, judge } from './judge.ts';
import { colleagueNames } from './person-columns.ts';
import type { ImportRow } from './read.ts';
import { lookedAtAs } from './row-columns.ts';
import { recordsNamedIn } from './stood.ts';

export type WrongCell = { readonly heading: string | null; readonly field: string; readonly cell: string; readonly says: string };
export type ChangedField = { readonly field: string; readonly was: string; readonly is: string };
/** A row as the reader of the preview sees it. */
export type Previewed = {
  readonly row: ImportRow; readonly title: string; readonly wrong: readonly WrongCell[]; readonly changed: readonly ChangedField[];
};

/** What becomes of these rows, in the words of the reader's form; what a row would change is said while it is not taken in. */
export async function preview(viewer: Staff, table: Mapped, rows: readonly ImportRow[], { form, today, changes }: { form: WrittenForm; today: string; changes: 'told' | 'not told' }): Promise<Previewed[]> {
  const filled = filledColumns(table);
  const changing = changes === 'told' ? rows.filter(({ verdict, rowNumber, enteredAt }) => verdict === 'changes' && rowNumber > 0 && !enteredAt) : [];
  const judged = changing.length > 0 ? await judge(viewer, table, changing, today) : [];
  const named = await recordsNamedIn(viewer, judged.flatMap(({ stood, values }) => [stood?.values ?? {}, values]));
  const writing = { form, record: (id: string) => named.get(id), person: changing.length > 0 ? await colleagueNames(viewer) : () => '' };
  return rows.map((row) => {
    const one = judged.find(({ rowNumber }) => rowNumber === row.rowNumber);
    const changed = one?.stood ? changedColumns(filled, one.stood.values, one.values) : [];
    return {
      row, title: titleOf(table, row), wrong: wrongCells(table, row, form),
      changed: changed.map(({ column }) => ({ field: columnLabel(column, form), was: column.write(lookedAtAs(one?.stood?.values ?? {}, one?.values ?? {}), writing), is: column.write(one?.values ?? {}, writing) })),
    };
  });
}

/** What is wrong with a row: the cell, what stands in it, and why it cannot be. */
export function wrongCells(table: Mapped, { cells, issues }: Pick<ImportRow, 'cells' | 'issues'>, form: WrittenForm): WrongCell[] {
  return issues.map(({ field, heading, rule, values }) => {
    const column = columnsOf(table.noun).find(({ key }) => key === field);
    const at = heading === null ? -1 : table.headings.indexOf(heading);
    return { heading, field: column ? columnLabel(column, form) : '', cell: at < 0 ? '' : shownCell(column, cells[at] ?? ''), says: inWords(rule, values, form) };
  });
}

/** An e-mail address by which a colleague was sought is nobody else's to read. */
function shownCell(column: Column | undefined, cell: string): string {
  return column?.holds === 'person' && cell.includes('@') ? '•••' : cell;
}

/** An issue whose words were taken out of the catalogue since is still an issue. */
function inWords(rule: string, values: Record<string, string | number> | undefined, form: WrittenForm): string {
  try {
    return issueWords({ rule, ...(values ? { values } : {}) }, form);
  } catch {
    return words(form, 'issues')('malformed');
  }
}

function titleOf(table: Mapped, row: ImportRow): string {
  if (row.rowNumber < 0) return row.cells[0] ?? '';
  const filled = filledColumns(table);
  const keys = ['name', 'title', 'name.en', 'title.en', 'networkId', 'code'];
  return keys.map((key) => cellOf(filled, row, key)).find(Boolean) ?? row.cells.find(Boolean) ?? '';
}

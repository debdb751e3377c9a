import { words } from '#messages/words.ts';
import { recurrenceOf, recurrences } from '#office/obligation/obligation.ts';
import { choiceColumn } from './coded-columns.ts';
import type { Column } from './column.ts';
import { dateColumn } from './date-columns.ts';
import { rowColumns } from './row-columns.ts';
import { localColumns } from './text-columns.ts';

/** One duty of the record: its text, when it falls due for the first time, and how often again. */
export function dutyColumns(noun: 'agreement' | 'membership'): Column[] {
  const label = (field: string) => `${noun}.obligations_${field}`;
  const [text, english] = localColumns({ key: 'text', label: label('text') });
  return rowColumns({ list: 'obligations', under: `${noun}.obligations` }, text as Column, [english as Column, dateColumn({ key: 'due', label: label('due') }), recurrence(label('recurrence'))]);
}

function recurrence(label: string): Column {
  const column = choiceColumn({
    key: 'recurrence', label,
    codes: {
      of: recurrences,
      word: (rule, form) => {
        const said = recurrenceOf(rule);
        return said && !said.until ? words(form, 'vocabulary.recurrence')(said.unit, { every: said.every }) : rule;
      },
    },
  });
  // A rule of another kind stands as it is, and what the register writes of it says nothing new.
  return { ...column, read: (cell, reading) => (column.write(reading.values, { form: null, record: () => undefined }) === cell ? { fields: {} } : column.read(cell, reading)) };
}

import type { FormValues } from '#office/outcome.ts';
import { first, rowsAt, type Column } from './column.ts';
import { recordsColumn } from './record-columns.ts';

/** Parties stand in two columns, one for each side; a party's side says which. */
export function partiesColumn(side: 'us' | 'them', example: string): Column {
  return recordsColumn({ key: `parties.${side}`, label: 'agreement.parties', beside: `side.${side}`, list: 'parties', field: 'organisationId', row: { side }, noun: 'organisation', example });
}

/** Who signed for a side: of several parties each in its turn, with a dash where one is not known. */
export function signatoryColumn(side: 'us' | 'them', of: Partial<Pick<Column, 'example'>> = {}): Column {
  const mine = (values: FormValues) => rowsAt(values, 'parties').filter((at) => first(values, `parties.${at}.side`) === side);
  return {
    ...of, key: `signatory.${side}`, label: 'agreement.parties_signatory', beside: `side.${side}`, holds: 'texts', covers: ['parties.signatory'],
    ofRow: { list: 'parties', is: (values, at) => first(values, `parties.${at}.side`) === side },
    read: (cell, { values, waits }) => {
      const names = cell.split(/[;\n]/).map((name) => name.trim());
      const places = mine(values);
      if (waits()) return { fields: {} };
      if (names.length > places.length) return { rule: 'importMoreNames', values: { count: places.length } };
      return { fields: Object.fromEntries(names.flatMap((name, at) => (name === '' || name === '–' || name === '-' ? [] : [[`parties.${places[at]}.signatory`, [name]]]))) };
    },
    write: (values) => {
      const names = mine(values).map((at) => first(values, `parties.${at}.signatory`));
      return names.some(Boolean) ? names.map((name) => name || '–').join('; ') : '';
    },
  };
}

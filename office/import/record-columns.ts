import { textIn } from '#messages/local-text.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Reference } from '#office/reference.ts';
import { first, oneMore, rowsAt, severalIn, type CellFault, type Column, type LookUp, type Writing } from './column.ts';

type Of = Pick<Column, 'key' | 'label'> & Partial<Pick<Column, 'example' | 'beside'>>;

/** Another record, by its code, name or acronym. */
export function recordColumn({ noun, kind, ...of }: Of & Omit<LookUp, 'holds'>): Column {
  return {
    ...of, holds: 'record', lookUp: { noun, holds: 'one', ...(kind ? { kind } : {}) }, covers: [of.key],
    read: (cell, { find }) => {
      const found = find(cell);
      if (found === 'coming') return { fields: {} };
      return 'id' in found ? { fields: { [of.key]: [found.id] } } : found;
    },
    write: (values, writing) => called(first(values, of.key), writing),
  };
}

type Rows = Omit<Of, 'key'> & Omit<LookUp, 'holds'> & {
  readonly key: string;
  /** The repeated field, and which of its fields names the record. */
  readonly list: string;
  readonly field: string;
  /** What else stands in each of its rows. */
  readonly row?: Readonly<Record<string, string>>;
};

/** Other records, each in a row of its own: only those that do not stand yet are added, and none is taken away. */
export function recordsColumn({ list, field, row = {}, noun, kind, ...of }: Rows): Column {
  const mine = (values: FormValues) => rowsAt(values, list).filter((at) => Object.entries(row).every(([key, held]) => first(values, `${list}.${at}.${key}`) === held));
  return {
    ...of, holds: 'records', lookUp: { noun, holds: 'several', ...(kind ? { kind } : {}) }, covers: [list],
    ...(Object.keys(row).length > 0 ? { ofRow: { list, is: (values: FormValues, at: number) => mine(values).includes(at) } } : {}),
    read: (cell, { values, find }) => {
      let fields: FormValues = {};
      for (const text of severalIn(cell)) {
        const found = find(text);
        if (found === 'coming') continue;
        if (!('id' in found)) return found satisfies CellFault;
        const now = { ...values, ...fields };
        if (mine(now).some((at) => first(now, `${list}.${at}.${field}`) === found.id)) continue;
        fields = { ...fields, ...oneMore(now, list, { [field]: [found.id], ...Object.fromEntries(Object.entries(row).map(([key, held]) => [key, [held]])) }) };
      }
      return { fields };
    },
    write: (values, writing) => mine(values).map((at) => called(first(values, `${list}.${at}.${field}`), writing)).filter(Boolean).join('; '),
  };
}

/** By the name that the reader's form has, where no other way of reading it is possible; else by the code. */
function called(id: string, { form, record }: Writing): string {
  const found = id ? record(id) : undefined;
  return found ? name(found, form) : '';
}

function name({ name: text, code }: Reference, form: Writing['form']): string {
  const said = form ? textIn(text, form) : '';
  return said && !/[;\n]/.test(said) ? said : code;
}

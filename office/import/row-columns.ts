import type { FormValues } from '#office/outcome.ts';
import { keyOf } from './coded-columns.ts';
import { first, oneMore, rowsAt, type Column } from './column.ts';

type Group = { readonly list: string; /** Path of the label of the whole group among `fields`. */ readonly under: string };

/**
 * Columns of one row of a repeated field: `called` is the one by which the row is known. Where none of that name stands one is added; none is
 * ever taken away. Which row the others fill is remembered under `@list`, which is no field of any entry.
 */
export function rowColumns({ list, under }: Group, called: Column, others: readonly Column[]): Column[] {
  const remembered = `@${list}`;
  const placeIn = (values: FormValues) => (values[remembered] ? Number(first(values, remembered)) : undefined);
  const inside = (values: FormValues, at: number): FormValues => Object.fromEntries(Object.entries(values).flatMap(([name, held]) => (name.startsWith(`${list}.${at}.`) ? [[name.slice(`${list}.${at}.`.length), held]] : [])));
  const column = (inner: Column): Column => ({
    ...inner, key: `${list}.${inner.key}`, under, covers: inner.covers.map((one) => `${list}.${one}`),
    read: (cell, reading) => {
      const at = placeIn(reading.values);
      if (at === undefined) return { rule: 'importRowNameless' };
      const read = inner.read(cell, { ...reading, values: inside(reading.values, at) });
      return 'rule' in read ? read : { fields: Object.fromEntries(Object.entries(read.fields).map(([name, held]) => [`${list}.${at}.${name}`, held])) };
    },
    write: (values, writing) => {
      const at = placeIn(values) ?? 0;
      return at < rowsAt(values, list).length ? inner.write(inside(values, at), writing) : '';
    },
  });
  return [
    {
      ...column(called),
      read: (cell, reading) => {
        const { values } = reading;
        const at = rowsAt(values, list).find((place) => keyOf(called.write(inside(values, place), machine)) === keyOf(cell));
        if (at !== undefined) return { fields: { [remembered]: [String(at)] } };
        const read = called.read(cell, { ...reading, values: {} });
        return 'rule' in read ? read : { fields: { ...oneMore(values, list, read.fields), [remembered]: [String(rowsAt(values, list).length)] } };
      },
    },
    ...others.map(column),
  ];
}

/** The fields that an entry knows: what a row only remembers is none of them, nor is the code. */
export function fieldsOfEntry(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'code' && !name.startsWith('@')));
}

/** What stood, looked at in the rows that the table speaks of. */
export function lookedAtAs(before: FormValues, after: FormValues): FormValues {
  return { ...before, ...Object.fromEntries(Object.entries(after).filter(([name]) => name.startsWith('@'))) };
}

const machine = { form: null, record: () => undefined };

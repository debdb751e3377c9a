import { first, oneMore, rowsAt, type CellFault, type Column } from './column.ts';
import { dateIn, fieldsOf, writtenDate } from './date-columns.ts';
import type { FormValues } from '#office/outcome.ts';

type Of = Pick<Column, 'label'> & Partial<Pick<Column, 'example' | 'beside'>> & {
  /** What else stands in the row of a new act. */
  readonly row?: (values: FormValues) => Readonly<Record<string, readonly string[]>>;
};

/**
 * The day of the acts of one kind. Acts are recorded and struck, never revised: one that stands with another date is a fault, and where
 * several may stand (`holds` dates) those that are not on record are added.
 */
export function actColumn(kind: string, { row = () => ({}), ...of }: Of, holds: 'date' | 'dates' = 'date'): Column {
  const written = (values: FormValues, form: Parameters<Column['write']>[1]) => [...new Set(placesOf(values, kind).map((at) => writtenDate(values, `acts.${at}.on`, form)).filter(Boolean))];
  return {
    ...of, key: `acts.${kind}`, holds, covers: ['acts', 'acts.on', 'acts.kind'], ofRow: inActs(kind),
    read: (cell, { values }) => {
      const stood = placesOf(values, kind);
      const known = new Set(stood.map((at) => dateIn(values, `acts.${at}.on`)?.edtf ?? ''));
      let fields: FormValues = {};
      for (const text of cell.split(';').map((one) => one.trim()).filter(Boolean)) {
        const date = fieldsOf('on', text);
        if ('rule' in date) return date;
        const edtf = dateIn(date.fields, 'on')?.edtf ?? '';
        // That a day is not known says nothing of an act that stands.
        if (known.has(edtf) || (edtf === '' && known.size > 0)) continue;
        if (holds === 'date' && known.size > 0) return { rule: stood.length > 0 ? 'actStands' : 'notADate' };
        known.add(edtf);
        const now = { ...values, ...fields };
        fields = { ...fields, ...oneMore(now, 'acts', { kind: [kind], ...row(now), ...date.fields }) };
      }
      return { fields };
    },
    write: (values, writing) => written(values, writing).join('; '),
  };
}

/** What else is known of the act of a kind that comes once: its number, say. What stands of an act of the register is not touched. */
export function actDetailColumn(kind: string, inner: Column, { row = () => ({}) }: Pick<Of, 'row'> = {}): Column {
  const inAct = (values: FormValues, at: number): FormValues => Object.fromEntries(Object.entries(values).flatMap(([name, held]) => (name.startsWith(`acts.${at}.`) ? [[name.slice(`acts.${at}.`.length), held]] : [])));
  return {
    ...inner, key: `acts.${kind}.${inner.key}`, covers: inner.covers.map((one) => `acts.${one}`), ofRow: inActs(kind),
    read: (cell, reading) => {
      const { values } = reading;
      const [place] = placesOf(values, kind);
      const stood = place === undefined ? {} : inAct(values, place);
      const read = inner.read(cell, { ...reading, values: stood });
      if ('rule' in read) return read;
      if (place === undefined) return { fields: oneMore(values, 'acts', { kind: [kind], ...row(values), ...read.fields }) };
      const changes = inner.write({ ...stood, ...read.fields }, machine) !== inner.write(stood, machine);
      if (!changes) return { fields: {} };
      return first(stood, 'id') ? { rule: 'actSaysOther' } satisfies CellFault : { fields: Object.fromEntries(Object.entries(read.fields).map(([name, held]) => [`acts.${place}.${name}`, held])) };
    },
    write: (values, writing) => {
      const [place] = placesOf(values, kind);
      return place === undefined ? '' : inner.write(inAct(values, place), writing);
    },
  };
}

/** Milestones alone: the date that was planned before it was put off. */
export function postponedColumn(of: Omit<Of, 'row'>): Column {
  const placeIn = (values: FormValues) => placesOf(values, 'postponed')[0];
  return {
    ...of, key: 'acts.postponed', holds: 'date', covers: ['acts.plannedBefore'], ofRow: inActs('postponed'),
    read: (cell, { values }) => {
      const date = fieldsOf('plannedBefore', cell);
      if ('rule' in date) return date;
      const place = placeIn(values);
      if (place === undefined) return { fields: oneMore(values, 'acts', { kind: ['postponed'], ...date.fields }) };
      return dateIn(values, `acts.${place}.plannedBefore`)?.edtf === dateIn(date.fields, 'plannedBefore')?.edtf ? { fields: {} } : { rule: 'actStands' };
    },
    write: (values, writing) => {
      const place = placeIn(values);
      return place === undefined ? '' : writtenDate(values, `acts.${place}.plannedBefore`, writing);
    },
  };
}

const machine = { form: null, record: () => undefined };

function placesOf(values: FormValues, kind: string): number[] {
  return rowsAt(values, 'acts').filter((at) => first(values, `acts.${at}.kind`) === kind);
}

function inActs(kind: string): NonNullable<Column['ofRow']> {
  return { list: 'acts', is: (values, at) => first(values, `acts.${at}.kind`) === kind };
}

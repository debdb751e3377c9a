import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import { toLatin } from '#messages/latin.ts';

/** One field as it stands and as it would read: of a text one line for each of its written forms, of a repeated group one for each field of each row. */
export type SaidLine = {
  /** The field or the group as the entry calls it, and the field of a row in it. */
  readonly group: string | null; readonly field: string;
  /** Which row of the group, counted from 1. */
  readonly row: number | null;
  readonly face: WrittenForm | null;
  /** What a face is to the text: written by hand, or computed from the Cyrillic. */
  readonly how: 'written' | 'derived' | null;
  readonly before: unknown; readonly after: unknown;
};

type Entry = Record<string, unknown>;

/** Every field of two entries of one form, in the order of the form; `before` null where the act adds to what stands. */
export function saidIn(before: Entry | null, after: Entry): SaidLine[] {
  return Object.keys(after).flatMap((key) => {
    const [was, is] = [before?.[key] ?? null, after[key] ?? null];
    return isRows(was) || isRows(is) ? inRows(key, was, is) : fieldLines({ group: null, field: key, row: null }, was, is);
  });
}

export function differs({ before, after }: Pick<SaidLine, 'before' | 'after'>): boolean {
  return JSON.stringify(meaningful(before)) !== JSON.stringify(meaningful(after));
}

type Place = Pick<SaidLine, 'group' | 'field' | 'row'>;

function fieldLines(place: Place, was: unknown, is: unknown): SaidLine[] {
  if (!isText(was) && !isText(is)) return [{ ...place, face: null, how: null, before: was, after: is }];
  const [old, now] = [was as LocalText | null, is as LocalText | null];
  const line = (face: WrittenForm, how: 'written' | 'derived', before: unknown, after: unknown): SaidLine => ({ ...place, face, how, before, after });
  const derived = (text: LocalText | null) => (text?.['sr-Cyrl'] ? toLatin(text['sr-Cyrl'].text) : null);
  const overridden = old?.['sr-Latn'] || now?.['sr-Latn'];
  return [
    line('sr-Cyrl', 'written', old?.['sr-Cyrl']?.text ?? null, now?.['sr-Cyrl']?.text ?? null),
    overridden
      ? line('sr-Latn', 'written', old?.['sr-Latn']?.text ?? derived(old), now?.['sr-Latn']?.text ?? derived(now))
      : line('sr-Latn', 'derived', derived(old), derived(now)),
    line('en', 'written', old?.en?.text ?? null, now?.en?.text ?? null),
  ].filter(({ before, after }) => before !== null || after !== null);
}

/** Rows that have an id are the same row wherever they stand; of the others, those at the same place. */
function inRows(group: string, was: unknown, is: unknown): SaidLine[] {
  const [old, now] = [rowsIn(was), rowsIn(is)];
  const partner = (row: Entry, place: number) => (row.id ? old.find(({ id }) => id === row.id) : old.find((one, at) => at === place && !now.some(({ id }) => id && id === one.id)));
  const kept = new Set(now.map(partner));
  const rows = [...now.map((row, place) => ({ row: partner(row, place) ?? null, next: row as Entry | null })), ...old.filter((row) => !kept.has(row)).map((row) => ({ row: row as Entry | null, next: null }))];
  return rows.flatMap(({ row, next }, place) => Object.keys(next ?? row ?? {}).filter((key) => key !== 'id')
    .flatMap((key) => fieldLines({ group, field: key, row: place + 1 }, row?.[key] ?? null, next?.[key] ?? null))
    .filter((line) => meaningful(line.before) !== null || meaningful(line.after) !== null));
}

function rowsIn(value: unknown): Entry[] {
  return isRows(value) ? value : [];
}

function isRows(value: unknown): value is Entry[] {
  return Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null && !isText(one));
}

function isText(value: unknown): value is LocalText {
  return typeof value === 'object' && value !== null && 'origin' in value;
}

function meaningful(value: unknown): unknown {
  if (value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)) return null;
  return value && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0 ? null : value;
}

import type { FormValues } from '#office/outcome.ts';
import { same, sameAll } from '#components/same.ts';

type Row = FormValues;
/** One row of the merged list; `theirs` and `base` null where only this form has it. */
export type MergedRow = { readonly opened: Row; readonly mine: Row; readonly theirs: Row | null };
/** What became of a list besides what its rows show: how many rows the other added and took out, and which of mine he took out or changed. */
export type RowsTold = { readonly added: number; readonly removed: number; readonly lost: number };

/** The rows of a list by their place, each with its fields by what follows the row's name („.role“; '' for a row that is one field). */
export function rowsOf(form: FormValues, list: string): Row[] {
  const rows: Record<string, readonly string[]>[] = Array.from({ length: Math.min(500, Number(form[`${list}.rows`]?.[0] ?? 0) || 0) }, () => ({}));
  for (const [name, held] of Object.entries(form)) {
    const [, place = '', rest = ''] = name.startsWith(`${list}.`) ? /^(\d{1,3})(\..+)?$/.exec(name.slice(list.length + 1)) ?? [] : [];
    if (place !== '' && Number(place) < 500) (rows[Number(place)] ??= {})[rest] = held;
  }
  return Array.from(rows, (row) => row ?? {});
}

/**
 * The same list three times: as opened, as typed here, as saved by somebody else. Rows are known by their ids; those that
 * have none by their place in this form, and in the other by what they hold.
 */
export function mergedRows(opened: readonly Row[], mine: readonly Row[], theirs: readonly Row[]): { rows: MergedRow[]; told: RowsTold } {
  const before = opened.map((row, place) => ({ row, place })).filter(({ row }) => !isBlank(row));
  const own = pairedHere(before, mine);
  const other = pairedThere(before.map(({ row }) => row), theirs);
  const told = { added: 0, removed: 0, lost: 0 };
  const rows = before.flatMap(({ row }, at): MergedRow[] => {
    const [here, there] = [own.pairs[at] ?? null, other.pairs[at] ?? null];
    const taken = here === null || isBlank(here) || Boolean(here['.remove']?.[0]);
    const touched = here !== null && !sameRow(here, row);
    if (!there) {
      if (taken || !touched) told.removed += taken ? 0 : 1;
      else told.lost += 1;
      return taken || !touched ? [] : [{ opened: {}, mine: without(here, '.id'), theirs: null }];
    }
    if (!taken) return [{ opened: row, mine: here, theirs: there }];
    if (sameRow(there, row)) return here && !isBlank(here) ? [{ opened: row, mine: here, theirs: there }] : [];
    told.lost += 1;
    return [{ opened: there, mine: { ...there, '.remove': ['on'] }, theirs: there }];
  });
  const fresh = own.rest.filter((row) => !isBlank(row) && !row['.remove']?.[0]);
  const theirNew = other.rest.filter((row) => !isBlank(row));
  told.added = theirNew.filter((row) => !fresh.some((one) => sameRow(one, row))).length;
  return {
    told,
    rows: [
      ...rows,
      ...theirNew.map((row) => ({ opened: row, mine: row, theirs: row })),
      ...fresh.filter((row) => !theirNew.some((one) => sameRow(one, row))).map((row) => ({ opened: {}, mine: row, theirs: null })),
    ],
  };
}

type Paired = { pairs: (Row | null)[]; rest: Row[] };

/** A form keeps its rows where they were, unless one says by its id that it is another. */
function pairedHere(before: readonly { row: Row; place: number }[], rows: readonly Row[]): Paired {
  const free = new Set(rows);
  const claim = (found: Row | undefined): Row | null => (found && free.delete(found) ? found : null);
  const pairs = before.map(({ row, place }) => {
    const id = idOf(row);
    return id ? claim(rows.find((one) => idOf(one) === id)) : claim(rows[place]);
  });
  return { pairs, rest: [...free] };
}

function pairedThere(before: readonly Row[], rows: readonly Row[]): Paired {
  const free = new Set(rows);
  const claim = (is: (row: Row) => boolean): Row | null => {
    const found = [...free].find(is);
    if (found) free.delete(found);
    return found ?? null;
  };
  const byId = before.map((row) => (idOf(row) ? claim((one) => idOf(one) === idOf(row)) : null));
  const pairs = before.map((row, at) => byId[at] ?? claim((one) => !shares(before, one) && sameRow(one, row)));
  const [left, over] = [pairs.flatMap((pair, at) => (pair || idOf(before[at] ?? {}) ? [] : [at])), [...free].filter((row) => !idOf(row))];
  // As many changed as are left over: then each is the one that stood in its order. Else they were taken out and put in.
  if (left.length === over.length) left.forEach((at, place) => { pairs[at] = claim((row) => row === over[place]); });
  return { pairs, rest: [...free] };
}

function shares(before: readonly Row[], row: Row): boolean {
  const id = idOf(row);
  return Boolean(id) && before.some((one) => idOf(one) === id);
}

function idOf(row: Row): string | null {
  return row['.id']?.[0] || null;
}

function sameRow(one: Row, other: Row): boolean {
  return sameAll(new Set([...Object.keys(one), ...Object.keys(other)].filter((part) => part !== '.id')), one, other);
}

/** Nothing stands in it but what a blank row carries anyway. */
function isBlank(row: Row): boolean {
  return Object.entries(row).every(([part, held]) => /^\.(?:id|side|remove|.*currency|.*scope)$/.test(part) || same(part, held));
}

function without(row: Row, part: string): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== part));
}

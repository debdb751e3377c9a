import { listQuery, type ListQuery, type Query, type Strange } from '#app/asked-list.ts';
import { one } from '#app/shown.ts';
import type { Column } from '#components/table/column.ts';
import { shownColumns } from '#components/table/column.ts';
import type { Kept } from '#components/kept.tsx';
import type { Asked, RowChoice } from '#office/rows.ts';
import type { Filter, Setting } from './filter.ts';
import type { AnyTable } from './register-table.ts';

type Row = { readonly id: string };

/** What an address asks of a table, as far as it was understood. */
export type AskedTable = {
  readonly asked: Asked<RowChoice>;
  readonly filters: readonly Filter<RowChoice>[];
  /** The value of each filter that is chosen, by its parameter. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  /** The same as parameters in their order, what is usual left out: the address that says it. */
  readonly kept: Kept;
  readonly strange: readonly Strange[];
};

/** `known` are the filters where they were made already. */
export async function askedTable(table: AnyTable, setting: Setting, query: Query, known?: readonly Filter<RowChoice>[]): Promise<AskedTable> {
  const read = listQuery();
  const filters = known ?? await table.filters(setting, query);
  const chosen = Object.fromEntries(filters.flatMap((filter) => {
    const value = valueOf(read, filter, query[filter.name], setting);
    return value === undefined ? [] : [[filter.name, value]];
  }));
  const columns = table.columns(setting, `/${setting.form}/workspace/${table.register}`);
  const picked = read.chosen('columns', query.columns, columns.filter(({ lead }) => !lead).map(({ key }) => key));
  const orders = columns.flatMap(({ key, sort }) => (sort ? [key, `-${key}`] : []));
  const [sort] = read.chosen('sort', one(query.sort), orders);
  const q = read.words('q', query.q);
  const perPage = read.perPage(query['per-page']);
  const choice = Object.fromEntries(filters.flatMap((filter) => (chosen[filter.name] === undefined ? [] : [[filter.fills, meant(filter, chosen[filter.name] ?? '', setting)]])));
  return {
    asked: { ...choice, q, form: setting.form, sort: sort ?? table.order, page: read.page(query.page), perPage },
    filters, chosen, columns, shown: shownColumns(columns, picked), strange: read.strange,
    kept: {
      ...(q ? { q: [q] } : {}), ...Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, [value]])),
      ...(sort && sort !== table.order ? { sort: [sort] } : {}), ...(picked.length ? { columns: picked } : {}), ...(perPage === 25 ? {} : { 'per-page': [String(perPage)] }),
    },
  };
}

/** The same of an address that is kept as text; what was not understood in it is passed over. */
export function askedInText(table: AnyTable, setting: Setting, query: string, known?: readonly Filter<RowChoice>[]): Promise<AskedTable> {
  const given = new URLSearchParams(query);
  return askedTable(table, setting, Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)])), known);
}

/** The query of what was asked, in its one written form. */
export function queryOf(kept: Kept): string {
  return new URLSearchParams(Object.entries(kept).flatMap(([name, values]) => values.map((value) => [name, value]))).toString();
}

function valueOf(read: ListQuery, filter: Filter<RowChoice>, value: Query[string], { viewer }: Setting): string | undefined {
  const { name } = filter;
  switch (filter.as) {
    // A view that a colleague shared may name this viewer.
    case 'choice': return read.chosen(name, value === viewer.id || value?.[0] === viewer.id ? 'me' : value, filter.options.map((option) => option.value))[0];
    case 'year': return read.number(name, one(value), 1800, 2200)?.toString();
    case 'tick': return read.ticked(name, value) ? '1' : undefined;
    case 'day': return read.day(name, value);
  }
}

/** What a value means to the office. */
function meant(filter: Filter<RowChoice>, value: string, { viewer }: Setting): string | number | true {
  if (filter.as === 'tick') return true;
  if (filter.as === 'year') return Number(value);
  return value === 'me' ? viewer.id : value;
}

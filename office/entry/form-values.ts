import type { FormValues } from '#office/outcome.ts';

export type Nested = string | readonly string[] | Nested[] | { [key: string]: Nested };

/**
 * The fields of a form as one nested value: `parties.0.role` becomes the `role` of the first of `parties`.
 * Rows marked `remove` and rows in which nothing stands are left out; `sparse` says which number each
 * remaining row had on the form, so that an issue points at the field that was typed into.
 */
export function nest(values: FormValues): { value: { [key: string]: Nested }; rowNumbers: Map<string, number[]> } {
  const root: Record<string, unknown> = {};
  for (const [name, held] of Object.entries(values)) {
    const keys = name.split('.');
    if (keys.length > deepest || keys.some((key) => key === '__proto__' || key === 'constructor' || key === '')) continue;
    put(root, keys, held.length > 1 ? held : held[0] ?? '');
  }
  const rowNumbers = new Map<string, number[]>();
  return { value: settle(root, '', rowNumbers) as { [key: string]: Nested }, rowNumbers };
}

// Twice as many parts as the longest name of any form has; a name with thousands would keep us busy for seconds.
const deepest = 10;

/** The name on the form of the field at `path` of the nested value. */
export function fieldName(path: readonly PropertyKey[], rowNumbers: Map<string, number[]>): string {
  let name = '';
  for (const key of path) {
    const number = typeof key === 'number' ? rowNumbers.get(name)?.[key] ?? key : String(key);
    name = name ? `${name}.${number}` : String(number);
  }
  return name;
}

function put(into: Record<string, unknown>, keys: string[], value: unknown): void {
  const [key = '', ...rest] = keys;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const held = into[key];
  const next = held && typeof held === 'object' && !Array.isArray(held) ? held as Record<string, unknown> : {};
  into[key] = next;
  put(next, rest, value);
}

function settle(value: unknown, path: string, rowNumbers: Map<string, number[]>): unknown {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'rows');
  const isList = 'rows' in value || (entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key)));
  if (!isList) return Object.fromEntries(entries.map(([key, held]) => [key, settle(held, path ? `${path}.${key}` : key, rowNumbers)]));
  const rows = entries.toSorted(([a], [b]) => Number(a) - Number(b))
    .filter(([, row]) => !isRemoved(row) && !isBlank(row));
  rowNumbers.set(path, rows.map(([number]) => Number(number)));
  return rows.map(([number, row]) => settle(row, `${path}.${number}`, rowNumbers));
}

function isRemoved(row: unknown): boolean {
  return Boolean(row && typeof row === 'object' && 'remove' in row && row.remove);
}

/** Hidden ids, states and choices that a blank row carries anyway do not make it an entry. */
function isBlank(row: unknown): boolean {
  if (typeof row === 'string') return row.trim() === '';
  if (!row || typeof row !== 'object') return true;
  return Object.entries(row).every(([key, held]) => carried.has(key) || isBlank(held));
}

const carried = new Set(['id', 'state', 'origin', 'currency', 'scope', 'certainty', 'qualifier', 'side', 'remove']);

/** One field of one row before and after; null before says that the row is new, null after that it is gone. */
export type Difference = { readonly table: string; readonly field: string; readonly before: unknown; readonly after: unknown };

/** Personal values are not in the ledger, only that they changed. */
const hidden = '…';

type Row = Record<string, unknown> | null;

// What the gate itself keeps tells nothing that the change does not say already.
const kept = new Set(['id', 'version', 'changed_at', 'created_at', 'created_by', 'position', 'code', 'slug', 'published_at', 'corrected_at', 'withdrawn_at', 'publication', 'is_self', 'verified_by', 'password_changed_at', 'mime', 'store_key', 'replaces_id', 'uploaded_by', 'uploaded_at', 'obligation_id']);

/** A duty belongs to one of these. */
const holders = new Set(['agreement_id', 'membership_id']);

/** The fields in which two states of a row differ, by their names in the code (`valid_from` is `validFrom`). */
export function differences(table: string, before: Row, after: Row): Difference[] {
  if (table === 'slug_history') return []; // the record's own row tells which address came after which
  if (table === 'personal') return [{ table: 'contact', field: String((after ?? before)?.field).replace('contactEmail', 'email'), before: before && hidden, after: after && hidden }];
  // Of a file that was taken off, its name tells which one it was.
  if (table === 'document_file' && before && after?.detached_at) return [{ table, field: 'name', before: before.name, after: null }];
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((column) => (!kept.has(column) || (column === 'slug' && before && after)) && !isReference(column, table));
  return columns.flatMap((column) => {
    const [was, is] = [meaningful(before?.[column]), meaningful(after?.[column])];
    return same(was, is) ? [] : [{ table, field: camel(column), before: was, after: is }];
  });
}

/** The column by which a part belongs to its record says nothing new. */
function isReference(column: string, table: string): boolean {
  return table === 'obligation' ? holders.has(column) : table.includes('_') && column === `${table.split('_')[0]}_id`;
}

function meaningful(value: unknown): unknown {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (value && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0) return null;
  return value;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function camel(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

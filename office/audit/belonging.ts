import { getTableName } from 'drizzle-orm';
import { parts } from '#office/pointing.ts';
import type { Noun } from '#office/permission.ts';

type Row = { readonly tableName: string; readonly rowId: string; readonly before: Record<string, unknown> | null; readonly after: Record<string, unknown> | null };

/** Is this the row of the record itself, or one of its groups of rows, on either side of the change? */
export function belongs(noun: Noun, id: string, { tableName, rowId, before, after }: Row): boolean {
  if (tableName === noun) return rowId === id;
  const part = parts[noun].find(({ table }) => getTableName(table) === tableName);
  return part !== undefined && (before?.[part.column.name] === id || after?.[part.column.name] === id);
}

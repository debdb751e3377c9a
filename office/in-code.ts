export type HeldRow = Readonly<Record<string, unknown>>;

/** A row as the ledger holds it, with the names that its columns have in the code (`signed_at` is `signedAt`). */
export function inCode(row: HeldRow): HeldRow {
  return Object.fromEntries(Object.entries(row).map(([column, held]) => [column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), held]));
}

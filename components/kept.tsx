/** The part of the query that a GET form must carry along: every value as a hidden field. */
export type Kept = Readonly<Record<string, readonly string[]>>;

export function KeptFields({ kept }: { kept: Kept }) {
  return Object.entries(kept).flatMap(([name, values]) =>
    values.map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
  );
}

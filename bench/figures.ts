/** One thing measured. `met` is null where no goal is set, and the figure only helps to read another. */
export type Figure = { name: string; value: string; goal: string; met: boolean | null };

/** The figures as a table in Markdown, so that the README may hold it as it was printed. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, goal, met }) => [name, value, goal, met === null ? '' : met ? 'met' : 'MISSED']);
  const all = [['Figure', 'Measured', 'Goal', 'Verdict'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join('\n');
}

/** The value below which the share `p` (0 to 1) of the samples lies: nearest rank, so always one that was really seen. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** One KB is 1,000 bytes, the stricter of the two readings. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} KB`;
}

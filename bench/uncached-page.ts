import { Client } from 'pg';
import { median, milliseconds, percentile, type Figure } from './figures.ts';
import type { Query } from './inside-view.ts';
import type { MeasuredSite } from './site.ts';
import { visit } from './visit.ts';

type Drawn = { path: string; queries: number; page: number; p95: number; sql: number };

/**
 * What a page costs that memory does not hold, beside its own queries alone. Before each drawing the epoch steps, so that
 * nothing is remembered. The queries are those that this very drawing put to the database, heard inside the process and
 * put once more, one after the other, over one connection of the same role. Both are timed in turn on the same machine.
 */
export async function measureUncachedPages(site: MeasuredSite, pages: readonly string[], rounds: number): Promise<Figure[]> {
  const reader = new Client({ connectionString: site.databaseUrl, options: '-c role=povelja_reader' });
  await reader.connect();
  try {
    const drawn: Drawn[] = [];
    for (const path of pages) drawn.push(await measurePage(site, path, reader, rounds));
    return drawn.toSorted((a, b) => room(a) - room(b)).map(figureOf);
  } finally {
    await reader.end();
  }
}

async function measurePage(site: MeasuredSite, path: string, reader: Client, rounds: number): Promise<Drawn> {
  const page: number[] = [];
  const sql: number[] = [];
  let queries: Query[] = [];
  for (let round = -8; round < rounds; round += 1) {
    await site.stepEpoch();
    const { took, status } = await visit(site.address + path, { 'accept-encoding': 'br' });
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
    ({ queries } = await site.look('as it is'));
    const alone = await putAgain(reader, queries);
    if (round < 0) continue;
    page.push(took);
    sql.push(alone);
  }
  return { path, queries: queries.length, page: median(page), p95: percentile(page, 0.95), sql: median(sql) };
}

async function putAgain(reader: Client, queries: readonly Query[]): Promise<number> {
  const began = performance.now();
  for (const { text, values, rowMode } of queries) {
    await (rowMode === 'array' ? reader.query({ text, values, rowMode }) : reader.query({ text, values }));
  }
  return performance.now() - began;
}

function goal({ sql }: Drawn): number {
  return 3 * sql + 15;
}

/** Milliseconds left to the goal; the tightest page is told first. */
function room(drawn: Drawn): number {
  return goal(drawn) - drawn.page;
}

function figureOf(drawn: Drawn): Figure {
  const { path, page, p95, sql, queries } = drawn;
  return {
    name: `${path} drawn anew, p50; its ${queries} queries alone ${milliseconds(sql)}`,
    value: `${milliseconds(page)} (p95 ${milliseconds(p95)})`,
    goal: `≤ ${milliseconds(goal(drawn))}`,
    met: page <= goal(drawn),
  };
}

import { killUnderLoad } from '../db/killing.ts';
import { broken, summary } from '../db/promises.ts';
import type { Report } from './report.ts';

/** Postgres killed under eight writers who pass the gate. */
export async function kills({ kills: times }: { kills: number }): Promise<Report> {
  const toll = await killUnderLoad({ kills: times });
  return { figures: [`${times} kills of Postgres under 8 writers`, ...summary(toll).split('\n')], faults: broken(toll) };
}

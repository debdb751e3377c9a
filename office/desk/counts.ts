import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Noun } from '#office/permission.ts';
import { countWaiting } from '#office/proposal/read.ts';
import { fromNarrowest, narrowSight } from '#office/narrow-row.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import { remembered, rememberedOfEach } from '#office/remembered.ts';

/** How many records the viewer may see of each noun: on every page of the workspace, so a register is counted again only when one of its records has changed. */
export async function recordCounts(viewer: Viewer): Promise<Record<Noun, number>> {
  return Object.fromEntries(await rememberedOfEach(viewer, 'count', (noun) => count(viewer, noun))) as Record<Noun, number>;
}

/** How many proposals wait for this person's decision. */
export async function proposalCount(viewer: Staff): Promise<number> {
  return remembered(viewer, `proposals for ${viewer.id}`, () => countWaiting(viewer));
}

async function count(viewer: Viewer, noun: Noun): Promise<number> {
  const { rows } = await reader().execute<{ counted: number }>(sql`select count(*)::int as counted from ${fromNarrowest(noun)} where ${narrowSight(viewer, noun)}`);
  return rows[0]?.counted ?? 0;
}

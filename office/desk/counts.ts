import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { proposalsWaiting } from '#office/proposal/read.ts';
import { fromNarrowest, narrowSight } from '#office/narrow-row.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import { remembered } from './remembered.ts';

/** How many records the viewer may see of each noun: on every page of the workspace, so asked once for each change of the ledger. */
export async function recordCounts(viewer: Viewer): Promise<Record<Noun, number>> {
  return remembered(viewer, 'counts', async () => {
    const counts = nouns.map((noun) => sql`(select count(*) from ${fromNarrowest(noun)} where ${narrowSight(viewer, noun)})::int as ${sql.identifier(noun)}`);
    const { rows } = await reader().execute<Record<Noun, number>>(sql`select ${sql.join(counts, sql`, `)}`);
    return rows[0] as Record<Noun, number>;
  });
}

/** How many proposals wait for this person's decision. */
export async function proposalCount(viewer: Staff): Promise<number> {
  return remembered(viewer, `proposals for ${viewer.id}`, async () => (await proposalsWaiting(viewer)).length);
}

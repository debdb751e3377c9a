import { and, eq } from 'drizzle-orm';
import { agreement } from '#db/schema/agreement.ts';
import { change, type Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { act, type Which } from '#office/publishing.ts';
import { sight } from '#office/publication.ts';
import type { Viewer } from '#office/viewer.ts';
import type { AnnexEntry } from './act-entry.ts';
import { addTie, beginFrom, isTied, refuseOther } from './carry.ts';
import { mayBeAnnexed } from './moves.ts';
import { register, situationOf } from './situation.ts';

/**
 * Begins an annex of the agreement `id`, or says of another agreement that it is one. The annex names the main text, so
 * this is a change of the annex, and its id is what comes back.
 */
export function annex(viewer: Viewer, { entry, id, today, requestId }: Which & { entry: AnnexEntry; today: string }): Promise<Outcome<Entered>> {
  const { other, otherTitle } = entry;
  if (other !== null && other !== 'new') {
    return change(viewer, act(register, 'revise', { id: other, requestId }), async (pen, row) => {
      await mainText(pen, id, today);
      await refuseOther(pen, id, 'annex_to', other);
      if (await isTied(pen, other, 'annex_to', id)) pen.refuse({ field: 'other', rule: 'twice' });
      await addTie(pen, row, 'annex_to', id);
    });
  }
  return change(viewer, { action: 'agreement.draft', table: agreement, requestId }, async (pen) => {
    await beginFrom(pen, await mainText(pen, id, today), 'annex_to', otherTitle);
  });
}

async function mainText(pen: Pen, id: string, today: string) {
  const [row] = await pen.db.select().from(agreement).where(and(eq(agreement.id, id), sight(pen.viewer, 'agreement', agreement)));
  if (!row) return pen.refuse({ field: '', rule: 'notFound' });
  if (!mayBeAnnexed(await situationOf(pen.db, row), today)) pen.refuse({ field: 'other', rule: 'actNotPossible' });
  return row;
}

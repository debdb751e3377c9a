import { milestone } from '#db/schema/milestone.ts';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Outcome } from '#office/outcome.ts';
import { permits } from '#office/permission.ts';
import { references } from '#office/reference.ts';
import { subjectOf } from '#office/subject.ts';
import type { Viewer } from '#office/viewer.ts';
import { codePrefix } from './milestone.ts';
import { writeActs } from './write.ts';

/**
 * Enters that it was decided on `today` (an ISO day) to let the agreement of this id go on: a renewal decision that was
 * reached, for the office alone. What is decided waits on no desk any more. Whoever may not record acts of the agreement
 * decides nothing about it.
 */
export function letRun(viewer: Viewer, { id, entry, requestId, today }: { id: string; entry: { reason: string | null }; requestId?: string; today: string }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'milestone.draft', table: milestone, requestId }, async (pen) => {
    const named = (await references(viewer, [{ noun: 'agreement', id }], pen.db)).get(id);
    if (!named) return pen.refuse({ field: '', rule: 'notFound' });
    if (!permits(viewer, 'agreement.recordAct', await subjectOf('agreement', id, pen.db))) return pen.refuse({ field: '', rule: 'notAllowed' });
    const title: LocalText = {
      origin: 'sr-Cyrl', 'sr-Cyrl': { text: `Одлука да се споразум ${named.code} настави`, state: 'checked' }, en: { text: `Decision to let agreement ${named.code} go on`, state: 'checked' },
    };
    const code = await nextCode(pen.db, milestone, codePrefix);
    const on = parseFuzzyDate(today);
    await pen.draft(milestone, { code, slug: await freeSlug(pen.db, milestone, title, code), title, kind: 'renewal_decision', planned: on, actual: on, progress: 100, isPublic: false, agreementId: id });
    const note: LocalText | null = entry.reason ? { origin: 'sr-Cyrl', 'sr-Cyrl': { text: entry.reason, state: 'draft' } } : null;
    await writeActs(pen, [{ kind: 'done', on, note, plannedBefore: null }]);
  });
}

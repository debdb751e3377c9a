import { eq } from 'drizzle-orm';
import { agreement } from '#db/schema/agreement.ts';
import { milestone, milestoneAct } from '#db/schema/milestone.ts';
import type { LocalText } from '#messages/local-text.ts';
import { beside, change, type Entered } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { codePrefix } from '#office/milestone/milestone.ts';
import { milestoneSight } from '#office/milestone/sight.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { permits, wayOf } from '#office/permission.ts';
import { act } from '#office/publishing.ts';
import { references } from '#office/reference.ts';
import { subjectOf } from '#office/subject.ts';
import type { Viewer } from '#office/viewer.ts';
import { addDays } from './days.ts';
import { situationOf } from './situation.ts';
import { standingOn, usualBuffer } from './standing.ts';
import { alarmsOf, isRunning } from './watched.ts';
import { goesOn } from './ways-on.ts';

/**
 * Enters that it was decided on `today` (an ISO day) to let the agreement of this id go on, or end where it ends by itself: a renewal
 * decision for the office alone. It names the day that it is about, the last one for a notice or the last in force, so that it settles
 * that one and no later one; and it is completed by a change of its own, which can be undone. Whoever drafts milestones and completes none leaves it planned, to
 * be completed as he then proposes. Refused with `notAllowed` where the viewer does not record acts of the agreement or draft milestones, with `actNotPossible` where
 * the agreement is not in force.
 */
export function letRun(viewer: Viewer, { id, entry, requestId, today }: { id: string; entry: { reason: string | null }; requestId?: string; today: string }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'milestone.draft', table: milestone, requestId }, async (pen) => {
    const named = (await references(viewer, [{ noun: 'agreement', id }], pen.db)).get(id);
    if (!named) return pen.refuse({ field: '', rule: 'notFound' });
    if (!permits(viewer, 'agreement.recordAct', await subjectOf('agreement', id, pen.db))) return pen.refuse({ field: '', rule: 'notAllowed' });
    const { runsOn, about } = await decidedOf(pen, id, today);
    const title: LocalText = runsOn
      ? { origin: 'sr-Cyrl', 'sr-Cyrl': { text: `Одлука да се споразум ${named.code} настави`, state: 'checked' }, en: { text: `Decision to let agreement ${named.code} go on`, state: 'checked' } }
      : { origin: 'sr-Cyrl', 'sr-Cyrl': { text: `Одлука да споразум ${named.code} истекне`, state: 'checked' }, en: { text: `Decision to let agreement ${named.code} end`, state: 'checked' } };
    const code = await nextCode(pen.db, milestone, codePrefix);
    await pen.draft(milestone, { code, slug: await freeSlug(pen.db, milestone, title, code), title, kind: 'renewal_decision', planned: parseFuzzyDate(about), isPublic: false, agreementId: id, decides: runsOn ? 'goes_on' : 'ends', decidesAbout: about });
    if (wayToLetRun(viewer) === 'act') await beside(pen, act(register, 'complete', { id: pen.id }), (own) => reach(own, today, entry.reason));
  });
}

/** How this viewer may note a decision, which is a milestone that is drafted and completed: at once, by proposing that it is completed, or not at all (null). */
export function wayToLetRun(viewer: Viewer): 'act' | 'propose' | null {
  const own = { id: '', createdBy: viewer.kind === 'staff' ? viewer.id : null, publication: 'draft' } as const;
  if (!permits(viewer, 'milestone.draft', null)) return null;
  return viewer.kind !== 'staff' ? 'act' : wayOf(viewer, 'milestone.complete', 'milestone', own, { four_eyes: false });
}

const register = { noun: 'milestone', table: milestone, sight: milestoneSight } as const;

/** What is decided: whether it goes on, and by which day. A standing with no days left before it tells the last day itself. */
async function decidedOf(pen: Pen, id: string, today: string): Promise<{ runsOn: boolean; about: string }> {
  const [row] = await pen.db.select().from(agreement).where(eq(agreement.id, id)).for('share');
  if (!row) return pen.refuse({ field: '', rule: 'notFound' });
  const standing = standingOn(await situationOf(pen.db, row), today);
  if (!isRunning(standing)) return pen.refuse({ field: '', rule: 'actNotPossible' });
  const { decideBy, endsBy } = alarmsOf(standing);
  return { runsOn: goesOn(row.renewal, { endsBy }), about: endsBy ?? (decideBy ? addDays(decideBy, usualBuffer) : today) };
}

async function reach(pen: Pen, today: string, reason: string | null): Promise<void> {
  const on = parseFuzzyDate(today);
  const note: LocalText | null = reason ? { origin: 'sr-Cyrl', 'sr-Cyrl': { text: reason, state: 'draft' } } : null;
  await pen.revise(milestone, { actual: on, progress: 100 });
  await pen.replaceParts(milestoneAct, milestoneAct.milestoneId, [{ kind: 'done', on, note, plannedBefore: null }]);
}

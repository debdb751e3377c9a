import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { milestone, milestoneAct } from '#db/schema/milestone.ts';
import { obligation } from '#db/schema/obligation.ts';
import { local, writtenForms, type LocalText } from '#messages/local-text.ts';
import { change } from '#office/change.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { codePrefix } from '#office/milestone/milestone.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Occurrence } from '#office/recurrence.ts';
import { systemViewer } from '#office/viewer.ts';
import { dueOf, recurringDuties, struckNote, type Laid, type Recurring } from './due.ts';

/** How many milestones came into the plan, and how many went out of it since their time no longer comes; who keeps them is not counted. */
export type LaidDown = { readonly laid: number; readonly struck: number };

/**
 * Lays down as milestones what recurring duties bring up to thirteen months after `today` (ISO), and strikes those whose time no longer
 * comes, and hands over those that another keeps since: of all duties, or of the one named. Each as a change of its own by the system viewer. Safe to run again and in two
 * instances at once: the request of a change is made from the duty and its day, so the second gets the first one's answer.
 */
export async function layDown(today: string, dutyId?: string): Promise<LaidDown> {
  let [laid, struck] = [0, 0];
  for (const duty of await recurringDuties(today, dutyId)) {
    const { lay, strike, restore, hand } = dueOf(duty, today);
    for (const one of lay) laid += await layOne(duty, one) ? 1 : 0;
    for (const one of restore) laid += await setActs(one, 'revise', []) ? 1 : 0;
    for (const one of hand) await handOver(one, duty);
    for (const one of strike) struck += await setActs(one, 'cancel', [{ kind: 'cancelled' as const, on: parseFuzzyDate(today), note: local({ sr: struckNote, en: 'The duty no longer falls due at this time.' }) }]) ? 1 : 0;
  }
  return { laid, struck };
}

/** Thrown where the duty was settled since it was read: the change is rolled back, and nothing is amiss. */
class Settled extends Error {}

async function layOne(duty: Recurring, { day, planned }: Occurrence): Promise<boolean> {
  try {
    const outcome = await change(systemViewer, { action: 'milestone.draft', table: milestone, requestId: requestOf(duty.id, day) }, async (pen) => {
      const [now] = await pen.db.select({ state: obligation.state }).from(obligation).where(eq(obligation.id, duty.id)).for('share');
      if (now?.state !== 'open') throw new Settled();
      const title = titled(duty, day);
      const code = await nextCode(pen.db, milestone, codePrefix);
      await pen.draft(milestone, {
        title, code, slug: await freeSlug(pen.db, milestone, title, code), kind: duty.kind, planned, isPublic: duty.isPublic, ownerId: duty.ownerId, deputyId: duty.deputyId,
        obligationId: duty.id, occurrence: day, agreementId: duty.agreementId, membershipId: duty.membershipId,
      });
    });
    return outcome.done && !outcome.value.repeated;
  } catch (error) {
    if (error instanceof Settled) return false;
    throw error;
  }
}

/** The duty, or the record that it is under, is another's now; whom somebody has put in charge of the milestone himself stays. */
async function handOver({ id, version }: Laid, { ownerId, deputyId }: Recurring): Promise<void> {
  await change(systemViewer, { action: 'milestone.assign', table: milestone, id, version }, (pen) => pen.revise(milestone, { ownerId, deputyId }));
}

/** Somebody who acted on it meanwhile comes first: the version is then another, and it is left to the next look. */
async function setActs({ id, version }: Laid, verb: 'revise' | 'cancel', acts: Pick<typeof milestoneAct.$inferInsert, 'kind' | 'on' | 'note'>[]): Promise<boolean> {
  const outcome = await change(systemViewer, { action: `milestone.${verb}`, table: milestone, id, version }, async (pen) => {
    await pen.revise(milestone, {});
    await pen.replaceParts(milestoneAct, milestoneAct.milestoneId, acts);
  });
  return outcome.done;
}

/** „Чланарина, 2027“, or „Чланарина, 3/2027“ where it comes by months: which time it is, even after it was postponed. */
function titled({ text, recurrence }: Recurring, day: string): LocalText {
  const [year, month] = day.split('-');
  const time = recurrence?.startsWith('FREQ=YEARLY') ? `${year}` : `${Number(month)}/${year}`;
  const { other: _other, ...title } = text;
  for (const form of writtenForms) {
    const wording = title[form];
    if (wording) title[form] = { ...wording, text: `${wording.text.slice(0, 285)}, ${time}` };
  }
  return title;
}

/** An id made from the duty and the day, in the form of a UUID of version 8. */
function requestOf(dutyId: string, day: string): string {
  const hex = createHash('sha256').update(`duty ${dutyId} ${day}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { addDays, daysBetween } from '#office/agreement/days.ts';
import { deadlines, type Deadline } from '#office/agreement/deadlines.ts';
import { unsentForms } from '#office/draft/read.ts';
import { overdueMilestones } from '#office/milestone/plan.ts';
import { belgradeToday } from '#messages/dates.ts';
import { permits } from '#office/permission.ts';
import { myReturned, proposalsWaiting, type ProposalLine } from '#office/proposal/read.ts';
import { settingNow } from '#office/setting/read.ts';
import type { Staff } from '#office/viewer.ts';
import { namedOfAKind, type WaitingGroup } from './desk.ts';
import { unpublished } from './unpublished.ts';

/** A day for deciding is told of so many days before it; after it until the last day for a notice has passed as well, which lies as many days off as the office has chosen. */
const near = 30;
/** An end is told of so many days before it. */
const soon = 90;

/** What waits for this person on `today` (an ISO day), deadlines first, then what he has begun. */
export async function waitingFor(viewer: Staff, today: string): Promise<WaitingGroup[]> {
  const groups = await Promise.all([proposals(viewer), decisions(viewer, today), ends(viewer, today), overdue(viewer, today), unsent(viewer), unpublished(viewer, today)]);
  return groups.flat().filter(({ lines }) => lines.length > 0);
}

async function proposals(viewer: Staff): Promise<WaitingGroup[]> {
  const [waiting, returned] = await Promise.all([proposalsWaiting(viewer), myReturned(viewer)]);
  const drawn = (kind: 'proposal' | 'returnedProposal', lines: readonly ProposalLine[]): WaitingGroup => ({
    kind, total: lines.length,
    lines: lines.slice(0, namedOfAKind).map(({ id, noun, title, author, createdAt }) => ({
      kind, noun, id, code: '', title, day: belgradeToday(createdAt), days: null, place: `/workspace/proposals/${id}`, who: kind === 'proposal' ? author : null,
    })),
  });
  return [drawn('proposal', waiting), drawn('returnedProposal', returned)];
}

async function decisions(viewer: Staff, today: string): Promise<WaitingGroup> {
  const span = { from: addDays(today, -await settingNow('decide_days')), to: addDays(today, near) };
  return named('decide', await deadlines(viewer, today, { kind: 'decide', ...span, whose: 'mine', limit: namedOfAKind * 2 }), viewer, today);
}

async function ends(viewer: Staff, today: string): Promise<WaitingGroup> {
  return named('ends', await deadlines(viewer, today, { kind: 'ends', from: null, to: addDays(today, soon), whose: 'mine', limit: namedOfAKind * 2 }), viewer, today);
}

/** A day nears for everybody who may see the agreement, but it waits for those who may act upon it. */
function named(kind: 'decide' | 'ends', { lines, total }: { lines: readonly Deadline[]; total: number }, viewer: Staff, today: string): WaitingGroup {
  const mine = lines.filter(({ id }) => permits(viewer, 'agreement.recordAct', { id, createdBy: null, publication: 'published' }));
  return {
    kind, total: mine.length < lines.length ? mine.length : total,
    lines: mine.slice(0, namedOfAKind).map(({ id, code, title, day }) => ({ kind, noun: 'agreement', id, code, title, day, days: daysBetween(today, day), place: null, who: null })),
  };
}

async function overdue(viewer: Staff, today: string): Promise<WaitingGroup> {
  const most = 50;
  const late = await overdueMilestones(viewer, today, { limit: most });
  const mine = late.filter(({ ownerId, deputyId, id, publication, projectId }) =>
    (!ownerId || ownerId === viewer.id || deputyId === viewer.id) && permits(viewer, 'milestone.complete', { id, createdBy: null, publication, projectId }));
  return {
    kind: 'overdue', total: mine.length,
    lines: mine.slice(0, namedOfAKind).map(({ id, code, title, planned }) => {
      const day = planned?.latest ?? null;
      return { kind: 'overdue', noun: 'milestone', id, code, title, day, days: day === null ? null : daysBetween(day, today), place: null, who: null };
    }),
  };
}

async function unsent(viewer: Staff): Promise<WaitingGroup> {
  const forms = await unsentForms(viewer, namedOfAKind + 1);
  return {
    kind: 'unsent', total: forms.length,
    lines: forms.slice(0, namedOfAKind).map(({ place, savedAt, called }) => ({
      kind: 'unsent', noun: null, id: place, code: '', title: called ? { origin: 'sr-Cyrl', 'sr-Cyrl': { text: called, state: 'draft' } } : null,
      day: belgradeToday(savedAt), days: null, place, who: null,
    })),
  };
}

import { addDays, daysBetween } from '#office/agreement/days.ts';
import { deadlinesOfEach } from '#office/agreement/deadlines.ts';
import { unsentForms } from '#office/draft/read.ts';
import { overdueCount, overdueMilestones } from '#office/milestone/plan.ts';
import { belgradeToday } from '#messages/dates.ts';
import { heldOf, nouns } from '#office/permission.ts';
import { myReturned, proposalsWaiting, type ProposalLine } from '#office/proposal/read.ts';
import { settingNow } from '#office/setting/read.ts';
import { titlesOf } from '#office/titles.ts';
import type { Staff } from '#office/viewer.ts';
import { listedOfAKind, namedOfAKind, type WaitingGroup, type WaitingKind } from './desk.ts';
import { unpublished } from './unpublished.ts';

/** A day for deciding is told of so many days before it; after it until the last day for a notice has passed as well, which lies as many days off as the office has chosen. */
const near = 30;
/** An end is told of so many days before it. */
const soon = 90;

/** What waits for this person on `today` (an ISO day), deadlines first, then what he has begun; the most pressing of each kind. */
export async function waitingFor(viewer: Staff, today: string): Promise<WaitingGroup[]> {
  const asked = { viewer, today, most: namedOfAKind };
  const groups = await Promise.all([proposals(asked), nearing(asked), overdue(asked), unsent(asked), unpublished(viewer, today)]);
  return groups.flat().filter(({ lines }) => lines.length > 0);
}

/** All of one kind that wait for this person on `today`, as many as are listed; null where none does. */
export async function waitingOf(viewer: Staff, today: string, kind: WaitingKind): Promise<WaitingGroup | null> {
  const groups = await groupsWith({ viewer, today, most: listedOfAKind }, kind);
  return groups.find((group) => group.kind === kind && group.lines.length > 0) ?? null;
}

type Asked = { readonly viewer: Staff; readonly today: string; readonly most: number };

async function groupsWith(asked: Asked, kind: WaitingKind): Promise<WaitingGroup[]> {
  switch (kind) {
    case 'proposal': case 'returnedProposal': return proposals(asked);
    case 'decide': case 'ends': return nearing(asked);
    case 'overdue': return [await overdue(asked)];
    case 'unsent': return [await unsent(asked)];
    default: return unpublished(asked.viewer, asked.today, asked.most);
  }
}

async function proposals({ viewer, most }: Asked): Promise<WaitingGroup[]> {
  const [waiting, returned] = await Promise.all([proposalsWaiting(viewer, { perPage: most }), myReturned(viewer, { perPage: most })]);
  const drawn = (kind: 'proposal' | 'returnedProposal', { lines, total }: { lines: readonly ProposalLine[]; total: number }): WaitingGroup => ({
    kind, total,
    lines: lines.map(({ id, noun, title, author, createdAt }) => ({
      kind, noun, id, code: '', title, day: belgradeToday(createdAt), days: null, place: `/workspace/proposals/${id}`, who: kind === 'proposal' ? author : null,
    })),
  });
  return [drawn('proposal', waiting), drawn('returnedProposal', returned)];
}

/** Days to decide and ends. A day nears for everybody who may see the agreement, but it waits for whoever is in charge, who at least proposes, and where nobody is, for those who may act upon it. */
async function nearing({ viewer, today, most }: Asked): Promise<WaitingGroup[]> {
  const asked = { whose: 'mine', limit: most, held: heldOf(viewer, 'editor', 'agreement')?.ids } as const;
  const spans = [
    { kind: 'decide', from: addDays(today, -await settingNow('decide_days')), to: addDays(today, near) }, { kind: 'ends', from: null, to: addDays(today, soon) },
  ] as const;
  const found = await deadlinesOfEach(viewer, today, spans.map((span) => ({ ...asked, ...span })));
  return spans.map(({ kind }, place) => ({
    kind, total: found[place]?.total ?? 0,
    lines: found[place]?.lines.map(({ id, code, title, day, mayRenew, byNotice }) => ({ kind, noun: 'agreement', id, code, title, day, days: daysBetween(today, day), place: null, who: null, mayRenew, byNotice })) ?? [],
  }));
}

async function overdue({ viewer, today, most }: Asked): Promise<WaitingGroup> {
  const asked = { whose: 'mineOrNobodys', held: heldOf(viewer, 'editor', 'milestone'), limit: most } as const;
  const [late, total] = await Promise.all([overdueMilestones(viewer, today, asked), overdueCount(viewer, today, asked)]);
  return {
    kind: 'overdue', total,
    lines: late.map(({ id, code, title, planned }) => {
      const day = planned?.latest ?? null;
      return { kind: 'overdue', noun: 'milestone', id, code, title, day, days: day === null ? null : daysBetween(day, today), place: null, who: null };
    }),
  };
}

async function unsent({ viewer, most }: Asked): Promise<WaitingGroup> {
  const forms = await unsentForms(viewer, listedOfAKind);
  const shown = forms.slice(0, most);
  // A form that asks for no name goes by the record on whose page it stands.
  const ids = shown.flatMap(({ place, called }) => (called ? [] : recordIn(place) ?? []));
  const titles = await titlesOf(viewer, ids.flatMap((id) => nouns.map((noun) => ({ noun, id }))));
  return {
    kind: 'unsent', total: forms.length,
    lines: shown.map(({ place, savedAt, called }) => ({
      kind: 'unsent', noun: null, id: place, code: '', title: called ? { origin: 'sr-Cyrl', 'sr-Cyrl': { text: called, state: 'draft' } } : titles.get(recordIn(place) ?? '') ?? null,
      day: belgradeToday(savedAt), at: savedAt, days: null, place, who: null,
    })),
  };
}

function recordIn(place: string): string | undefined {
  return /^\/workspace\/[a-z]+\/([0-9a-f-]{36})\//.exec(place)?.[1];
}

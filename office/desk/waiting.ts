import { and, desc, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { LocalText } from '#messages/local-text.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { listMilestones } from '#office/milestone/read.ts';
import { holds, nouns, type Noun } from '#office/permission.ts';
import { sight } from '#office/publication.ts';
import { tables } from '#office/tables.ts';
import type { Staff } from '#office/viewer.ts';

/** One thing that waits for the viewer; `days` are days late (overdue) or left. */
export type Waiting = {
  readonly kind: 'ownDraft' | 'toPublish' | 'overdue' | 'decide' | 'ends';
  readonly noun: Noun; readonly id: string; readonly code: string; readonly title: LocalText | null; readonly days: number | null; readonly day: string | null;
};

const mostOfAKind = 25;

/** Standings in which a term runs, so that something may have to be done by a day. */
const alarmed = ['in_force', 'notice_given', 'suspended'] as const;

/** What waits for this person on `today` (ISO day): deadlines first, the most pressing on top, then drafts, the newest first. */
export async function waitingFor(viewer: Staff, today: string): Promise<Waiting[]> {
  const [late, alarms, drafts] = await Promise.all([overdue(viewer, today), agreementAlarms(viewer, today), draftsOf(viewer)]);
  const deadlines = [...late, ...alarms].toSorted((a, b) => (a.day ?? '9').localeCompare(b.day ?? '9'));
  return [...deadlines, ...drafts];
}

async function overdue(viewer: Staff, today: string): Promise<Waiting[]> {
  const { lines } = await listMilestones(viewer, { open: true, perPage: 200 });
  return lines.flatMap(({ id, code, title, planned }) => (planned?.latest && planned.latest < today
    ? [{ kind: 'overdue' as const, noun: 'milestone' as const, id, code, title, day: planned.latest, days: between(planned.latest, today) }] : []));
}

async function agreementAlarms(viewer: Staff, today: string): Promise<Waiting[]> {
  if (!holds(viewer, 'editor', 'agreement', null)) return [];
  const { lines } = await listAgreements(viewer, { standings: alarmed, perPage: 100_000 }, today);
  return lines.flatMap(({ id, code, title, standing }): Waiting[] => {
    const own = { noun: 'agreement' as const, id, code, title };
    if (standing.decideByPassed) return [{ ...own, kind: 'decide', day: standing.decideBy, days: null }];
    if (standing.soonIn !== null) return [{ ...own, kind: 'ends', day: standing.endsBy, days: standing.soonIn }];
    return [];
  });
}

async function draftsOf(viewer: Staff): Promise<Waiting[]> {
  const found = await Promise.all(nouns.map(async (noun) => {
    const { table, title } = tables[noun];
    const publishes = holds(viewer, 'publisher', noun, null);
    const mine = publishes ? undefined : eq(table.createdBy, viewer.id);
    const rows = await reader().select({ id: table.id, code: table.code, changedAt: table.changedAt, createdBy: table.createdBy, ...(title ? { title } : {}) }).from(table)
      .where(and(eq(table.publication, 'draft'), sight(viewer, noun, table), mine)).orderBy(desc(table.changedAt)).limit(mostOfAKind);
    return rows.map((row) => ({
      kind: publishes ? 'toPublish' as const : 'ownDraft' as const, noun, id: row.id, code: row.code, changedAt: row.changedAt,
      title: 'title' in row ? row.title as LocalText | null : null, days: null, day: null,
    }));
  }));
  return found.flat().toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
}

function between(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

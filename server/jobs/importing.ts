import { belgradeToday } from '#messages/dates.ts';
import type { AgreementEntry } from '#office/agreement/entry.ts';
import * as agreements from '#office/agreement/write.ts';
import { checkAll } from '#office/import/checking.ts';
import { takeIn, type Verbs } from '#office/import/running.ts';
import type { MembershipWithActs } from '#office/membership/entry.ts';
import * as memberships from '#office/membership/write.ts';
import type { MilestoneEntry } from '#office/milestone/entry.ts';
import * as milestones from '#office/milestone/write.ts';
import type { OrganisationEntry } from '#office/organisation/entry.ts';
import * as organisations from '#office/organisation/write.ts';
import type { ProjectWithActs } from '#office/project/entry.ts';
import * as projects from '#office/project/write.ts';
import { startClock, type Job } from './clock.ts';

/** Each noun's own verbs; the entries were judged by its own schema just before. */
export const verbs: Verbs = {
  organisation: verbsOf<OrganisationEntry>(organisations),
  agreement: verbsOf<AgreementEntry>(agreements),
  membership: verbsOf<MembershipWithActs>(memberships),
  project: verbsOf<ProjectWithActs>(projects),
  milestone: verbsOf<MilestoneEntry>(milestones),
};

/**
 * Looks every second for tables to be judged and for rows to be taken in. What was broken off by a crash is gone on with; two
 * instances never take the same import at once.
 */
export function startImporting({ log, pause = 1_000, now = () => new Date() }: { log: (line: string) => void; pause?: number; now?: () => Date }): Job {
  const today = () => belgradeToday(now());
  return startClock({
    name: 'The taking in of tables', pause, log,
    turn: async (closing) => {
      let taken = 0;
      try {
        await checkAll({ today, closing });
      } finally {
        taken = await takeIn(verbs, { today, closing });
      }
      return taken > 0 ? `Rows of imports settled: ${taken}.` : undefined;
    },
  });
}

type Own<E> = {
  draft(viewer: Parameters<Verbs['agreement']['draft']>[0], input: { entry: E; requestId: string; today: string }): ReturnType<Verbs['agreement']['draft']>;
  revise(viewer: Parameters<Verbs['agreement']['draft']>[0], input: { entry: E; requestId: string; id: string; version: number; today: string }): ReturnType<Verbs['agreement']['revise']>;
};

function verbsOf<E>({ draft, revise }: Own<E>): Verbs['agreement'] {
  return {
    draft: (viewer, { entry, ...input }) => draft(viewer, { ...input, entry: entry as E }),
    revise: (viewer, { entry, ...input }) => revise(viewer, { ...input, entry: entry as E }),
  };
}

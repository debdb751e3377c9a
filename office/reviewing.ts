import { and, desc, eq, inArray } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { personal } from '#db/schema/person.ts';
import { belgradeToday } from '#messages/dates.ts';
import { lastWriter } from './four-eyes.ts';
import type { Issue } from './outcome.ts';
import type { Noun } from './permission.ts';
import { embargoed } from './publishing.ts';
import type { Demands } from './publishing-steps.ts';
import { demanded } from './ready.ts';
import { settingNow } from './setting/read.ts';
import { sightOf, tables } from './tables.ts';
import type { RecordTable } from './pen.ts';
import type { Viewer } from './viewer.ts';

/** One demand of publishing: the field of the noun's form, and what is wrong with it, or null where it is met. */
export type Demand = { readonly field: string; readonly issue: Issue | null };

/** „Пре објаве“: what publishing asks of this record, met or not, on `today` (ISO day); null where the viewer may not see it. */
export async function checklist(viewer: Viewer, noun: Noun, id: string, demands: Demands<RecordTable>, today: string): Promise<Demand[] | null> {
  const { table } = tables[noun];
  const [row] = await reader().select().from(table).where(and(eq(table.id, id), sightOf(viewer, noun)));
  if (!row) return null;
  const issues = [...await demands(row as never, reader()), ...embargoed(row, publishedOn(row, today))];
  const usual = demanded[noun].map((field) => ({ field, issue: issues.find((issue) => issue.field === field) ?? null }));
  return [...usual, ...issues.filter(({ field }) => !demanded[noun].includes(field)).map((issue) => ({ field: issue.field, issue }))];
}

/** The day on which the record goes before the public: that of its clock, where it has one. */
function publishedOn(row: unknown, today: string): string {
  const { publication, scheduledFor } = row as { publication: string; scheduledFor: Date | null };
  return publication === 'scheduled' && scheduledFor ? belgradeToday(scheduledFor) : today;
}

/** The last step of the way to the public: which, who took it and why. `actor` null is the system or somebody erased. */
export type LastStep = { readonly verb: string; readonly actorId: string | null; readonly actor: string | null; readonly at: Date; readonly reason: string | null };

export async function lastStep(noun: Noun, id: string): Promise<LastStep | null> {
  const steps = ['submit', 'return', 'approve', 'schedule', 'unschedule'].map((verb) => `${noun}.${verb}`);
  const [last] = await reader().select({ action: change.action, actorId: change.actorId, actor: personal.value, at: change.at, reason: change.reason }).from(change)
    .leftJoin(personal, and(eq(personal.ownerId, change.actorId), eq(personal.field, 'name')))
    .where(and(eq(change.recordId, id), inArray(change.action, steps))).orderBy(desc(change.seq)).limit(1);
  return last ? { ...last, verb: last.action.split('.')[1] ?? '' } : null;
}

/** Whether four eyes forbid this viewer to publish or approve what he wrote last himself. */
export async function isOwnWork(viewer: Viewer, noun: Noun, { id, publication }: { id: string; publication: string }): Promise<boolean> {
  if (viewer.kind !== 'staff' || publication === 'approved' || publication === 'scheduled' || !await settingNow('four_eyes')) return false;
  return await lastWriter(reader(), noun, id) === viewer.id;
}

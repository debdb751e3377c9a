import { and, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import type { Publication, Verification } from '#db/columns.ts';
import type { LocalText } from '#messages/local-text.ts';
import type { Noun } from './permission.ts';
import { subjectOf } from './subject.ts';
import { sightOf, tables, titleOf } from './tables.ts';
import type { Viewer } from './viewer.ts';

/** What every record has, whatever its noun. */
export type RecordHead = {
  readonly id: string; readonly noun: Noun; readonly code: string; readonly slug: string; readonly version: number; readonly title: LocalText | null;
  readonly publication: Publication; readonly verification: Verification; readonly verifiedOn: string | null; readonly createdBy: string | null; readonly changedAt: Date;
  readonly embargoUntil: string | null; readonly scheduledFor: Date | null;
  /** The project that a milestone belongs to, and those that a document belongs to. */
  readonly projectId?: string | null; readonly projectIds?: readonly string[];
};

/** Whether this may be asked of the database as an id. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** The head of one record; null where there is none that the viewer may see. */
export async function recordHead(viewer: Viewer, noun: Noun, id: string): Promise<RecordHead | null> {
  if (!isId(id)) return null;
  const { table } = tables[noun];
  const [row] = await reader().select({
    id: table.id, code: table.code, slug: table.slug, version: table.version, publication: table.publication, verification: table.verification,
    verifiedOn: table.verifiedOn, createdBy: table.createdBy, changedAt: table.changedAt, embargoUntil: table.embargoUntil, scheduledFor: table.scheduledFor, title: titleOf(viewer, noun),
  }).from(table).where(and(eq(table.id, id), sightOf(viewer, noun)));
  const belongs = row && (noun === 'milestone' || noun === 'document') ? await subjectOf(noun, id) : null;
  return row ? { ...belongs, ...row, noun } : null;
}

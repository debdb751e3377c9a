import { and, eq, sql } from 'drizzle-orm';
import { document, documentLink } from '#db/schema/document.ts';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from '#office/change.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import type { Subject } from '#office/permission.ts';
import { correction, publishRecord, reviseRecord, verifyRecord, withdrawRecord, type Which } from '#office/publishing.ts';
import { unseen } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import { codePrefix } from './document.ts';
import type { DocumentEntry } from './entry.ts';
import { ready, register } from './ready.ts';
import { documentSight } from './sight.ts';

/** What only the seed may say of a new document: its permanent names. */
export type Given = { readonly code?: string; readonly slug?: string };

/** Enters a new document as the viewer's draft. */
export function draft(viewer: Viewer, { entry, requestId, given }: { entry: DocumentEntry; requestId?: string; given?: Given }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'document.draft', table: document, requestId, subject: async () => belongingTo(entry) }, async (pen) => {
    const { links, ...columns } = entry;
    await refuseUnseen(pen, entry, []);
    const code = given?.code ?? await nextCode(pen.db, document, codePrefix);
    const slug = given?.slug ?? await freeSlug(pen.db, document, entry.title, code);
    await pen.draft(document, { ...columns, code, slug });
    await writeLinks(pen, links);
  });
}

/** Whoever works on one project alone may draft its documents. */
function belongingTo({ links }: DocumentEntry): Subject {
  return { id: '', createdBy: null, publication: 'draft', projectIds: links.flatMap(({ noun, recordId }) => (noun === 'project' && recordId ? [recordId] : [])) };
}

/** Puts the entry in the place of what stood; on a published record it is a visible correction at once. */
export function revise(viewer: Viewer, { entry, ...which }: Which & { entry: DocumentEntry }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, ready, async (pen, row) => {
    const { links, ...columns } = entry;
    const stood = await pen.db.select({ recordId: documentLink.recordId }).from(documentLink).where(eq(documentLink.documentId, row.id));
    await refuseUnseen(pen, entry, [row.supersedesId, ...stood.map(({ recordId }) => recordId)]);
    await refuseCircle(pen, entry.supersedesId);
    await pen.revise(document, { ...columns, ...correction(row) });
    await writeLinks(pen, links);
  });
}

export function publish(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return publishRecord(viewer, register, which, ready);
}

export function withdraw(viewer: Viewer, which: Which & { reason: LocalText }): Promise<Outcome<Entered>> {
  return withdrawRecord(viewer, register, which);
}

export function verify(viewer: Viewer, which: Parameters<typeof verifyRecord>[2]): Promise<Outcome<Entered>> {
  return verifyRecord(viewer, register, which);
}

/** A record that was named before may stay named, even where the viewer may not see it. */
async function refuseUnseen(pen: Pen, { links, supersedesId }: DocumentEntry, stood: readonly (string | null)[]): Promise<void> {
  const named = links.map(({ noun, recordId }, at) => ({ field: `links.${at}.record`, noun, id: recordId }));
  const issues = await unseen(pen.db, pen.viewer, named, stood);
  if (supersedesId && !stood.includes(supersedesId) && !await seen(pen, supersedesId)) issues.push({ field: 'supersedesId', rule: 'notFound' });
  if (issues.length) pen.refuse(...issues);
}

async function seen(pen: Pen, id: string): Promise<boolean> {
  const [row] = await pen.db.select({ id: document.id }).from(document).where(and(eq(document.id, id), documentSight(pen.viewer)));
  return row !== undefined;
}

/** A document takes the place of an older one; the chain of older ones must not lead back to itself. */
async function refuseCircle(pen: Pen, supersedesId: string | null): Promise<void> {
  if (!supersedesId) return;
  const older = sql`with recursive older(id) as (
    select ${supersedesId}::uuid union select d.supersedes_id from document d join older o on d.id = o.id where d.supersedes_id is not null
  ) select id from older`;
  const [circle] = await pen.db.select({ id: document.id }).from(document).where(and(eq(document.id, pen.id), sql`${document.id} in (${older})`));
  if (circle) pen.refuse({ field: 'supersedesId', rule: 'circular' });
}

function writeLinks(pen: Pen, links: DocumentEntry['links']): Promise<void> {
  return pen.replaceParts(documentLink, documentLink.documentId, links.map(({ id, ...row }) => ({ ...row, ...(id ? { id } : {}) })));
}

/** The same as the gate and the checklist ask for it. */
export const demands = ready;

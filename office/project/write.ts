import { eq } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { project, projectPartner } from '#db/schema/project.ts';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from '#office/change.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Issue, Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { correction, publishRecord, reviseRecord, verifyRecord, withdrawRecord, type Which } from '#office/publishing.ts';
import { readdressRecord } from '#office/readdressing.ts';
import { englishOrWaiver, missing } from '#office/ready.ts';
import { unseen, type Named } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import type { ProjectEntry, ProjectWithActs } from './entry.ts';
import { codePrefix } from './project.ts';
import { addMissingActs } from './record-act.ts';
import { register } from './register.ts';

type Row = typeof project.$inferSelect;

/** What only the seed may say of a new project: its permanent names. */
export type Given = { readonly code?: string; readonly slug?: string };

/** Enters a new project as the viewer's draft; whoever brings it with what is known of its acts lays them down at once. */
export function draft(viewer: Viewer, { entry, requestId, given }: { entry: ProjectEntry | ProjectWithActs; requestId?: string; given?: Given }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'project.draft', table: project, requestId }, async (pen) => {
    const { partners, acts, ...columns } = { acts: [], ...entry };
    await refuseUnseen(pen, entry, []);
    const code = given?.code ?? await nextCode(pen.db, project, codePrefix);
    const slug = given?.slug ?? await freeSlug(pen.db, project, entry.title, code);
    await pen.draft(project, { ...columns, code, slug });
    await writePartners(pen, partners);
    await addMissingActs(pen, acts);
  });
}

/**
 * Puts the entry in the place of what stood; on a published record it is a visible correction at once. Acts are recorded
 * or struck, never revised: a table that brings some adds those that are missing (`actStands` where one has another date).
 */
export function revise(viewer: Viewer, { entry, ...which }: Which & { entry: ProjectEntry | ProjectWithActs }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, demands, async (pen, row) => {
    const { partners, acts, ...columns } = { acts: [], ...entry };
    const stood = await partnersOf(pen.db, row.id);
    await refuseUnseen(pen, entry, [row.programmeId, ...stood.map(({ organisationId }) => organisationId)]);
    await pen.revise(project, { ...columns, ...correction(row) });
    await writePartners(pen, partners);
    await addMissingActs(pen, acts, row.verification);
  });
}

export function publish(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return publishRecord(viewer, register, which, demands);
}

export function withdraw(viewer: Viewer, which: Which & { reason: LocalText }): Promise<Outcome<Entered>> {
  return withdrawRecord(viewer, register, which);
}

export function verify(viewer: Viewer, which: Parameters<typeof verifyRecord>[2]): Promise<Outcome<Entered>> {
  return verifyRecord(viewer, register, which);
}

export function readdress(viewer: Viewer, which: Parameters<typeof readdressRecord>[2]): Promise<Outcome<Entered>> {
  return readdressRecord(viewer, register, which);
}

/** What publishing demands: a title, our role, one partner or a programme; prose in Serbian, and in English or waived (DOMAIN section 3). */
export function ready(row: Row, partners: readonly unknown[]): Issue[] {
  return [
    ...missing('title', row.title?.[row.title.origin]),
    ...missing('ourRole', row.ourRole),
    ...(row.programmeId ? [] : missing('partners', partners)),
    ...englishOrWaiver(row, 'summary', row.summary),
    ...englishOrWaiver(row, 'objective', row.objective),
    ...(['places', 'themes', 'components', 'results'] as const).flatMap((field) =>
      row[field].flatMap((text, at) => englishOrWaiver(row, `${field}.${at}`, text))),
  ];
}

/** The same as the gate and the checklist ask for it. */
export const demands = async (row: Row, db: Pick<Reader, 'select'>) => ready(row, await partnersOf(db, row.id));

/** A record that was named before may stay named, even where the viewer may not see it. */
async function refuseUnseen(pen: Pen, entry: ProjectEntry, stood: readonly (string | null)[]): Promise<void> {
  const named: Named[] = [
    { field: 'programmeId', noun: 'programme', id: entry.programmeId },
    ...entry.partners.map(({ organisationId }, at): Named => ({ field: `partners.${at}.organisationId`, noun: 'organisation', id: organisationId })),
  ];
  const issues = await unseen(pen.db, pen.viewer, named, stood);
  if (issues.length) pen.refuse(...issues);
}

function partnersOf(db: Pick<Reader, 'select'>, id: string) {
  return db.select({ organisationId: projectPartner.organisationId }).from(projectPartner).where(eq(projectPartner.projectId, id));
}

function writePartners(pen: Pen, partners: ProjectEntry['partners']): Promise<void> {
  return pen.replaceParts(projectPartner, projectPartner.projectId, partners.map(({ id, ...row }) => ({ ...row, ...(id ? { id } : {}) })));
}

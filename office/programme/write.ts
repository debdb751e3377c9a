import { eq } from 'drizzle-orm';
import { programme, programmePartner } from '#db/schema/programme.ts';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from '#office/change.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Issue, Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { correction, publishRecord, reviseRecord, verifyRecord, withdrawRecord, type Which } from '#office/publishing.ts';
import { readdressRecord } from '#office/readdressing.ts';
import { englishOrWaiver, missing } from '#office/ready.ts';
import { unseen } from '#office/reference.ts';
import type { Viewer } from '#office/viewer.ts';
import type { ProgrammeEntry } from './entry.ts';

const register = { noun: 'programme', table: programme } as const;

/** Permanent names that only the seed may give. */
export type Given = { readonly code?: string; readonly slug?: string };

/** Enters a new programme as the viewer's draft. */
export function draft(viewer: Viewer, { entry, requestId, given }: { entry: ProgrammeEntry; requestId?: string; given?: Given }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'programme.draft', table: programme, requestId }, async (pen) => {
    await refuseUnseen(pen, entry, []);
    const { partners, ...columns } = entry;
    const code = given?.code ?? await nextCode(pen.db, programme, 'NI-PRG');
    const slug = given?.slug ?? await freeSlug(pen.db, programme, entry.name, code);
    await pen.draft(programme, { ...columns, code, slug });
    await writePartners(pen, partners);
  });
}

/** Puts the entry in the place of what stood; on a published record it is a visible correction at once. */
export function revise(viewer: Viewer, { entry, ...which }: Which & { entry: ProgrammeEntry }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, demands, async (pen, row) => {
    const stood = await pen.db.select({ organisationId: programmePartner.organisationId }).from(programmePartner).where(eq(programmePartner.programmeId, row.id));
    await refuseUnseen(pen, entry, [row.funderId, row.managingAuthorityId, row.nationalAuthorityId, ...stood.map(({ organisationId }) => organisationId)]);
    const { partners, ...columns } = entry;
    await pen.revise(programme, { ...columns, ...correction(row) });
    await writePartners(pen, partners);
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

/** What publishing demands: a name, and the funder or a note why none is named (DOMAIN section 3). */
export function ready(row: typeof programme.$inferSelect): Issue[] {
  return [
    ...missing('name', row.name?.[row.name.origin]),
    ...(row.funderId || row.funderNote ? [] : [{ field: 'funderId', rule: 'funderOrNote' }]),
    ...englishOrWaiver(row, 'purpose', row.purpose),
    ...englishOrWaiver(row, 'eligible', row.eligible),
    ...row.objectives.flatMap((objective, place) => englishOrWaiver(row, `objectives.${place}`, objective)),
    ...row.priorityAxes.flatMap((axis, place) => englishOrWaiver(row, `priorityAxes.${place}`, axis)),
  ];
}

/** The same as the gate and the checklist ask for it. */
export const demands = async (row: typeof programme.$inferSelect) => ready(row);

async function refuseUnseen(pen: Pen, entry: ProgrammeEntry, stood: readonly (string | null)[]): Promise<void> {
  const issues = await unseen(pen.db, pen.viewer, [
    ...(['funderId', 'managingAuthorityId', 'nationalAuthorityId'] as const).map((field) => ({ field, noun: 'organisation' as const, id: entry[field] })),
    ...entry.partners.map(({ organisationId }, place) => ({ field: `partners.${place}.organisationId`, noun: 'organisation' as const, id: organisationId })),
  ], stood);
  if (issues.length) pen.refuse(...issues);
}

function writePartners(pen: Pen, partners: ProgrammeEntry['partners']): Promise<void> {
  return pen.replaceParts(programmePartner, programmePartner.programmeId, partners.map(({ id, ...partner }) => ({ ...partner, ...(id ? { id } : {}) })));
}

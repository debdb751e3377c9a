import { organisation, organisationName } from '#db/schema/organisation.ts';
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
import { writeContacts } from './contacts.ts';
import type { OrganisationEntry } from './entry.ts';
import { codePrefix } from './organisation.ts';

const register = { noun: 'organisation', table: organisation } as const;

/** What only the seed may say of a new organisation: its permanent names, and that it is the City itself. */
export type Given = { readonly code?: string; readonly slug?: string; readonly isSelf?: true };

/** Enters a new organisation as the viewer's draft. */
export function draft(viewer: Viewer, { entry, requestId, given }: { entry: OrganisationEntry; requestId?: string; given?: Given }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'organisation.draft', table: organisation, requestId }, async (pen) => {
    await refuseUnseen(pen, entry, []);
    const { names, contacts, ...columns } = entry;
    const code = given?.code ?? await nextCode(pen.db, organisation, codePrefix(entry.kind));
    const slug = given?.slug ?? await freeSlug(pen.db, organisation, entry.name, code);
    await pen.draft(organisation, { ...columns, code, slug, isSelf: given?.isSelf ?? false });
    await writeNames(pen, names);
    await writeContacts(pen, contacts);
  });
}

/** Puts the entry in the place of what stood; on a published record it is a visible correction at once. */
export function revise(viewer: Viewer, { entry, ...which }: Which & { entry: OrganisationEntry }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, demands, async (pen, row) => {
    await refuseUnseen(pen, entry, [row.parentId, row.successorOfId]);
    const { names, contacts, ...columns } = entry;
    await pen.revise(organisation, { ...columns, ...correction(row) });
    await writeNames(pen, names);
    await writeContacts(pen, contacts);
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

/** What publishing demands: a name in its own script, and a kind (DOMAIN section 3). */
export function ready(row: typeof organisation.$inferSelect): Issue[] {
  return [
    ...missing('name', row.name?.[row.name.origin]),
    ...missing('kind', row.kind),
    ...englishOrWaiver(row, 'description', row.description),
  ];
}

function writeNames(pen: Pen, names: OrganisationEntry['names']): Promise<void> {
  return pen.replaceParts(organisationName, organisationName.organisationId, names.map(({ id, ...name }) => ({ ...name, ...(id ? { id } : {}) })));
}

/** The same as the gate and the checklist ask for it. */
export const demands = async (row: typeof organisation.$inferSelect) => ready(row);

/** The organisations that an entry names must be there for the viewer, or have stood before; none is its own parent or successor. */
async function refuseUnseen(pen: Pen, { parentId, successorOfId }: OrganisationEntry, stood: readonly (string | null)[]): Promise<void> {
  const named = [{ field: 'parentId', id: parentId }, { field: 'successorOfId', id: successorOfId }];
  const issues = await unseen(pen.db, pen.viewer, named.map((one) => ({ ...one, noun: 'organisation' as const })), stood);
  issues.push(...named.filter(({ id }) => id === pen.id).map(({ field }) => ({ field, rule: 'itself' })));
  if (issues.length) pen.refuse(...issues);
}

import { organisation, organisationName } from '#db/schema/organisation.ts';
import type { LocalText } from '#messages/local-text.ts';
import { change, type Entered } from '#office/change.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Issue, Outcome } from '#office/outcome.ts';
import type { Pen } from '#office/pen.ts';
import { act, correction, publishRecord, verifyRecord, withdrawRecord, type Which } from '#office/publishing.ts';
import { englishOrWaiver, missing } from '#office/ready.ts';
import type { Viewer } from '#office/viewer.ts';
import type { OrganisationEntry } from './entry.ts';
import { codePrefix } from './organisation.ts';

const register = { noun: 'organisation', table: organisation } as const;

/** What only the seed may say of a new organisation: its permanent names, and that it is the City itself. */
export type Given = { readonly code?: string; readonly slug?: string; readonly isSelf?: true };

/** Enters a new organisation as the viewer's draft. */
export function draft(viewer: Viewer, { entry, requestId, given }: { entry: OrganisationEntry; requestId?: string; given?: Given }): Promise<Outcome<Entered>> {
  return change(viewer, { action: 'organisation.draft', table: organisation, requestId }, async (pen) => {
    const { names, ...columns } = entry;
    const code = given?.code ?? await nextCode(pen.db, organisation, codePrefix(entry.kind));
    const slug = given?.slug ?? await freeSlug(pen.db, organisation, entry.name, code);
    await pen.draft(organisation, { ...columns, code, slug, isSelf: given?.isSelf ?? false });
    await writeNames(pen, names);
  });
}

/** Puts the entry in the place of what stood; on a published record it is a visible correction at once. */
export function revise(viewer: Viewer, { entry, ...which }: Which & { entry: OrganisationEntry }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'revise', which), async (pen, row) => {
    const { names, ...columns } = entry;
    refuseItself(pen, columns.parentId, 'parentId');
    refuseItself(pen, columns.successorOfId, 'successorOfId');
    await pen.revise(organisation, { ...columns, ...correction(row) });
    await writeNames(pen, names);
  });
}

export function publish(viewer: Viewer, which: Which): Promise<Outcome<Entered>> {
  return publishRecord(viewer, register, which, async (row) => ready(row));
}

export function withdraw(viewer: Viewer, which: Which & { reason: LocalText }): Promise<Outcome<Entered>> {
  return withdrawRecord(viewer, register, which);
}

export function verify(viewer: Viewer, which: Parameters<typeof verifyRecord>[2]): Promise<Outcome<Entered>> {
  return verifyRecord(viewer, register, which);
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

function refuseItself(pen: Pen, other: string | null, field: string): void {
  if (other === pen.id) pen.refuse({ field, rule: 'itself' });
}

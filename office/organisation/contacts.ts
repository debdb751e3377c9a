import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { contact } from '#db/schema/document.ts';
import { personal } from '#db/schema/person.ts';
import { holds } from '#office/permission.ts';
import { writePersonal, type PersonalField } from '#office/personal.ts';
import type { Pen } from '#office/pen.ts';
import type { Viewer } from '#office/viewer.ts';
import type { OrganisationEntry } from './entry.ts';

const valueOf = (field: PersonalField) =>
  sql<string | null>`(select value from ${personal} where ${personal.ownerId} = ${contact.id} and ${personal.field} = ${field})`;

/** The people to write to: those marked public for everybody, the others for an editor of the organisation and for whoever drafted it. */
export async function contactsOf(viewer: Viewer, { id: organisationId, createdBy }: { id: string; createdBy: string | null }) {
  const all = viewer.kind === 'system'
    || (viewer.kind === 'staff' && (createdBy === viewer.id || holds(viewer, 'editor', 'organisation', { id: organisationId })));
  return reader().select({
    id: contact.id, office: contact.office, legalBasis: contact.legalBasis, retainUntil: contact.retainUntil, isPublic: contact.isPublic,
    name: valueOf('name'), email: valueOf('contactEmail'), phone: valueOf('phone'),
  }).from(contact).where(and(eq(contact.organisationId, organisationId), all ? undefined : eq(contact.isPublic, true))).orderBy(contact.position);
}


/** Puts these contacts in the place of those that the organisation had; the values of one left out are erased. */
export async function writeContacts(pen: Pen, contacts: OrganisationEntry['contacts']): Promise<void> {
  const held = await pen.db.select({ id: contact.id }).from(contact).where(eq(contact.organisationId, pen.id));
  const kept = new Set(contacts.flatMap(({ id }) => (id && held.some((one) => one.id === id) ? [id] : [])));
  for (const { id } of held) if (!kept.has(id)) await erase(pen, id);
  for (const [position, { id: given, name, email, phone, ...columns }] of contacts.entries()) {
    const id = given && kept.has(given) ? given : randomUUID();
    const row = { ...columns, id, position, organisationId: pen.id };
    await pen.db.insert(contact).values(row).onConflictDoUpdate({ target: contact.id, set: row, setWhere: sql`${contact} is distinct from excluded` });
    await writePersonal(pen, id, { name, contactEmail: email, phone });
  }
}

async function erase(pen: Pen, id: string): Promise<void> {
  await writePersonal(pen, id, { name: null, contactEmail: null, phone: null });
  await pen.db.delete(contact).where(eq(contact.id, id));
}

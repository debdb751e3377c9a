import { and, eq, type InferSelectModel } from 'drizzle-orm';
import { agreement, agreementLink, agreementNetwork, agreementParty, agreementProject } from '#db/schema/agreement.ts';
import type { LocalText } from '#messages/local-text.ts';
import { beside } from '#office/change.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Pen } from '#office/pen.ts';
import { permits } from '#office/permission.ts';
import { act, correction } from '#office/publishing.ts';
import { unseen } from '#office/reference.ts';
import { codePrefix, type AgreementType } from './agreement.ts';
import { register } from './situation.ts';

type Row = InferSelectModel<typeof agreement>;
export type Tie = 'amends' | 'annex_to' | 'renews' | 'replaces';
export type Chosen = { readonly other: string | null; readonly otherTitle: LocalText | null };

/**
 * Ties the agreement that carries an act to the one of this change: begins it with what the old one has, or takes one that
 * the viewer may revise. In the same transaction, so that there is never an act without its agreement. Answers with its id.
 */
export async function carry(pen: Pen, row: Row, tie: Tie, { other, otherTitle }: Chosen): Promise<string | null> {
  if (other === null) return null;
  if (other !== 'new') {
    await refuseOther(pen, pen.id, tie, other);
    return await isTied(pen, other, tie, pen.id) ? other : beside(pen, act(register, 'revise', { id: other }), (theirs, held) => addTie(theirs, held, tie, pen.id));
  }
  if (!permits(pen.viewer, 'agreement.draft', null)) pen.refuse({ field: 'other', rule: 'notAllowed' });
  return beside(pen, { action: 'agreement.draft', table: agreement }, (fresh) => beginFrom(fresh, row, tie, otherTitle));
}

/** Lays down an agreement with the parties, the people and, where it takes the old one's place, the terms of the old one. */
export async function beginFrom(fresh: Pen, old: Row, tie: Tie, title: LocalText | null): Promise<void> {
  const type = typeOf(tie, old.type);
  const code = await nextCode(fresh.db, agreement, codePrefix(type));
  const slug = await freeSlug(fresh.db, agreement, title, code);
  const { procedure, binding, fields, sectors, sdgs, authenticLanguages, ownerId, deputyId } = old;
  const { inForceRule, termMonths, renewal, renewalMonths, noticeMonths } = old;
  const terms = tie === 'renews' || tie === 'replaces' ? { inForceRule, termMonths, renewal, renewalMonths, noticeMonths } : {};
  await fresh.draft(agreement, { code, slug, title, type, procedure, binding, fields, sectors, sdgs, authenticLanguages, ownerId, deputyId, ...terms });
  const parties = await fresh.db.select({ organisationId: agreementParty.organisationId, role: agreementParty.role, side: agreementParty.side })
    .from(agreementParty).where(eq(agreementParty.agreementId, old.id)).orderBy(agreementParty.position);
  const projects = await fresh.db.select({ projectId: agreementProject.projectId }).from(agreementProject).where(eq(agreementProject.agreementId, old.id));
  const networks = await fresh.db.select({ networkId: agreementNetwork.networkId }).from(agreementNetwork).where(eq(agreementNetwork.agreementId, old.id));
  await fresh.replaceParts(agreementParty, agreementParty.agreementId, parties);
  await fresh.replaceParts(agreementProject, agreementProject.agreementId, projects);
  await fresh.replaceParts(agreementNetwork, agreementNetwork.agreementId, networks);
  await fresh.replaceParts(agreementLink, agreementLink.agreementId, [{ kind: tie, otherId: old.id }]);
}

/** Says in the other agreement what it is to the old one. */
export async function addTie(theirs: Pen, row: unknown, tie: Tie, oldId: string): Promise<void> {
  const held = await theirs.db.select().from(agreementLink).where(eq(agreementLink.agreementId, theirs.id)).orderBy(agreementLink.position);
  await theirs.revise(agreement, correction(row));
  await theirs.replaceParts(agreementLink, agreementLink.agreementId, [...held, { kind: tie, otherId: oldId }]);
}

/** Refuses, at `other`, one that is not there for the viewer or not his to revise, the agreement itself, and a tie that leads back. */
export async function refuseOther(pen: Pen, oldId: string, tie: Tie, other: string): Promise<void> {
  if (other === oldId) pen.refuse({ field: 'other', rule: 'itself' });
  const issues = await unseen(pen.db, pen.viewer, [{ field: 'other', noun: 'agreement', id: other }]);
  if (issues.length) pen.refuse(...issues);
  if (await isTied(pen, oldId, tie, other)) pen.refuse({ field: 'other', rule: 'circular' });
  const [row] = await pen.db.select({ id: agreement.id, createdBy: agreement.createdBy, publication: agreement.publication }).from(agreement).where(eq(agreement.id, other));
  const tied = await isTied(pen, other, tie, oldId);
  if (!tied && !permits(pen.viewer, 'agreement.revise', row ?? null)) pen.refuse({ field: 'other', rule: 'notAllowed' });
}

export async function isTied(pen: Pen, from: string, tie: Tie, to: string): Promise<boolean> {
  return await pen.db.$count(agreementLink, and(eq(agreementLink.agreementId, from), eq(agreementLink.kind, tie), eq(agreementLink.otherId, to))) > 0;
}

function typeOf(tie: Tie, old: string | null): AgreementType {
  if (tie === 'amends') return 'amendment';
  return tie === 'annex_to' ? 'annex' : old as AgreementType ?? 'cooperation_agreement';
}

import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import { grantOfRight, person, personal } from '#db/schema/person.ts';
import { oneTimeLink } from '#db/schema/session.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { aside } from '#office/change.ts';
import type { Staff, Viewer } from '#office/viewer.ts';
import { deviceOf } from './agent.ts';
import type { LinkState } from './person.ts';

const name = alias(personal, 'name');
const email = alias(personal, 'email');

export type PersonRecord = Awaited<ReturnType<typeof listPeople>>[number];

/** Everybody who has or had access, with their roles, where they were seen last and how their last link stands; empty for whoever is not an admin. */
export async function listPeople(viewer: Viewer) {
  if (!seesPeople(viewer)) return [];
  const people = await reader().select({
    id: person.id, version: person.version, name: name.value, email: email.value, writtenForm: person.writtenForm,
    lastSeen: sql<string | null>`(select max(seen_at)::text from session where person_id = ${person.id})`,
    lastAgent: sql<string | null>`(select agent from session where person_id = ${person.id} order by seen_at desc limit 1)`,
    deactivatedAt: person.deactivatedAt, anonymisedAt: person.anonymisedAt, expiresOn: person.expiresOn, passwordChangedAt: person.passwordChangedAt,
    secondFactorSince: person.secondFactorSince,
  }).from(person)
    .leftJoin(name, and(eq(name.ownerId, person.id), eq(name.field, 'name')))
    .leftJoin(email, and(eq(email.ownerId, person.id), eq(email.field, 'email')))
    .orderBy(sql`${name.value} collate "sr-Cyrl-x-icu"`, person.id);
  const grants = await reader().select().from(grantOfRight).orderBy(grantOfRight.grantedAt);
  const links = await lastLinks();
  return people.map(({ lastSeen, lastAgent, ...one }) => ({
    ...one, lastSeen: lastSeen ? new Date(lastSeen) : null, lastDevice: deviceOf(lastAgent), link: links.get(one.id) ?? null,
    grants: grants.filter(({ personId }) => personId === one.id),
  }));
}

export type LastLink = { readonly purpose: 'set_up' | 'invitation' | 'reset'; readonly state: LinkState; readonly issuedAt: Date; readonly expiresAt: Date; readonly openedAt: Date | null };

/** The newest link of everybody, without what opens it. The reader of the database may not look at links, so the gate's hand does. */
async function lastLinks(): Promise<Map<string, LastLink>> {
  const rows = await aside((db) => db.selectDistinctOn([oneTimeLink.personId], {
    personId: oneTimeLink.personId, purpose: oneTimeLink.purpose, issuedAt: oneTimeLink.issuedAt, expiresAt: oneTimeLink.expiresAt, openedAt: oneTimeLink.openedAt,
    state: sql<LinkState>`case when used_at is not null then 'closed' when expires_at <= now() then 'late' when opened_at is not null then 'opened' else 'waiting' end`,
  }).from(oneTimeLink).where(sql`${oneTimeLink.personId} is not null`).orderBy(oneTimeLink.personId, desc(oneTimeLink.issuedAt), desc(oneTimeLink.expiresAt)));
  return new Map(rows.map(({ personId, ...link }) => [personId ?? '', link]));
}

export async function personById(viewer: Viewer, id: string): Promise<PersonRecord | null> {
  return (await listPeople(viewer)).find((one) => one.id === id) ?? null;
}

/** Names of colleagues who may sign in now, for choosing an owner: any member of staff may know them, and nothing else of them. */
export async function colleagueChoices(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (viewer.kind === 'visitor') return [];
  const rows = await reader().select({ id: person.id, name: name.value }).from(person)
    .innerJoin(name, and(eq(name.ownerId, person.id), eq(name.field, 'name')))
    .where(sql`${person.deactivatedAt} is null and coalesce(${person.expiresOn} >= (now() at time zone 'Europe/Belgrade')::date, true)`).orderBy(sql`${name.value} collate "sr-Cyrl-x-icu"`);
  return rows;
}

/** Somebody of the office as he may act on this ISO day, for work that goes on after he has left; null where he may no longer sign in. */
export async function colleague(id: string, today: string): Promise<Staff | null> {
  const rows = await reader().select({ id: person.id, version: person.version, name: name.value, writtenForm: person.writtenForm, role: grantOfRight.role, noun: grantOfRight.scopeNoun, recordId: grantOfRight.scopeId })
    .from(person).leftJoin(name, and(eq(name.ownerId, person.id), eq(name.field, 'name')))
    .leftJoin(grantOfRight, and(eq(grantOfRight.personId, person.id), or(isNull(grantOfRight.until), gte(grantOfRight.until, today))))
    .where(and(eq(person.id, id), isNull(person.deactivatedAt), or(isNull(person.expiresOn), gte(person.expiresOn, today))));
  const [first] = rows;
  if (!first) return null;
  return {
    kind: 'staff', id: first.id, name: first.name ?? '', writtenForm: first.writtenForm as WrittenForm, sessionHash: null, accountVersion: first.version,
    grants: rows.flatMap(({ role, noun, recordId }) => (role ? [{ role, noun, recordId }] : [])),
  };
}

/** Who may know of people and their rights at all. */
export function seesPeople(viewer: Viewer): boolean {
  return viewer.kind === 'system' || (viewer.kind === 'staff' && viewer.grants.some(({ role, noun }) => role === 'admin' && noun === null));
}

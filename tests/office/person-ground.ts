import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Client } from 'pg';
import { reader } from '#db/client.ts';
import { grantOfRight, type Role } from '#db/schema/person.ts';
import { grantEntry, invitationEntry, personEntry } from '#office/person/entry.ts';
import { setPasswordByLink } from '#office/person/link.ts';
import { signIn } from '#office/person/sign-in.ts';
import { grant, revoke } from '#office/person/granting.ts';
import * as people from '#office/person/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { systemViewer, type Staff } from '#office/viewer.ts';
import { parsed } from '../verbs.ts';

export const today = '2026-11-21';
export const password = 'четири коња на ливади';

export type Known = { id: string; email: string; name: string };

/** Somebody with this role and the password above. */
export async function employ(role: Role, values: FormValues = {}): Promise<Known> {
  const { id, email, name, secret } = await invited(role, values);
  assert.ok((await setPasswordByLink(secret, password)).done);
  return { id, email, name };
}

/** Somebody who has not followed the link yet. */
export async function invited(role: Role, values: FormValues = {}): Promise<Known & { secret: string }> {
  const entry = invitation({ role: [role], ...values });
  const outcome = await people.invite(systemViewer, { entry });
  assert.ok(outcome.done && outcome.value.secret);
  return { id: outcome.value.id, email: entry.email, name: entry.name, secret: outcome.value.secret };
}

/** An invitation that is filled in rightly: an editor of a name and an address that nobody has. */
export function invitation(values: FormValues) {
  return parsed(invitationEntry, { name: [`Проба ${randomUUID()}`], email: [`${randomUUID()}@primer.rs`], writtenForm: ['sr-Cyrl'], role: ['editor'], ...values });
}

/** Tries to sign in; from an address of its own unless one is named, so that one test does not slow another. */
export function enter(email: string, typed: string = password, address: string = randomAddress()) {
  return signIn({ email, password: typed, agent: 'spec', address, today });
}

export async function secretOf(email: string): Promise<string> {
  const outcome = await enter(email);
  assert.ok(outcome.done, JSON.stringify(outcome));
  return outcome.value.secret;
}

export function asAdmin({ id }: { id: string }): Staff {
  return { kind: 'staff', id, name: 'Админ', writtenForm: 'sr-Cyrl', grants: [{ role: 'admin', noun: null, recordId: null }], sessionHash: null, confirmed: true };
}

export async function grantIdOf(personId: string, role: Role): Promise<string> {
  const held = await reader().select().from(grantOfRight).where(eq(grantOfRight.personId, personId));
  return held.find((one) => one.role === role)!.id;
}

export async function give(viewer: Staff | typeof systemViewer, id: string, values: FormValues) {
  return grant(viewer, { id, entry: parsed(grantEntry, values) });
}

export function details({ email, name }: Known, values: FormValues = {}) {
  return parsed(personEntry, { name: [name], email: [email], writtenForm: ['sr-Cyrl'], ...values });
}

export async function revokeAs(viewer: Staff | typeof systemViewer, id: string, role: Role, reason?: string) {
  return revoke(viewer, { id, grantId: await grantIdOf(id, role), today, reason });
}

/** The owner's hand in the database, by which a spec lets time pass. */
export function ownersHand(url: () => string): (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]> {
  return async (statement, values) => {
    const client = new Client({ connectionString: url() });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement, values)).rows;
    } finally {
      await client.end();
    }
  };
}

let addresses = 0;

function randomAddress(): string {
  addresses += 1;
  return `198.51.${Math.floor(addresses / 250)}.${addresses % 250}`;
}

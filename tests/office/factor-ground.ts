import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import { aside } from '#office/change.ts';
import type { Role } from '#db/schema/person.ts';
import { secondFactor } from '#db/schema/session.ts';
import { eq } from 'drizzle-orm';
import { completeSignIn } from '#office/person/half-sign-in.ts';
import { beginFactor, proveFactor, waitingKey } from '#office/person/second-factor.ts';
import { staffBySecret } from '#office/person/session.ts';
import type { Staff } from '#office/viewer.ts';
import { employ, enter, secretOf, today, type Known } from './person-ground.ts';

process.env.AUTH_SECRET ??= 'a secret of the specs, long enough for it';

export type Holding = Known & { viewer: Staff; key: string; codes: readonly string[]; forget(): Promise<void> };

/** Somebody with this role and a second factor, who has just proven it; `forget` lets the step of that code be used again. */
export async function withFactor(role: Role): Promise<Holding> {
  const known = await employ(role);
  const viewer = await staffBySecret(await secretOf(known.email), today);
  assert.ok(viewer && (await beginFactor(viewer)).done);
  const { key } = (await waitingKey(viewer))!;
  const proven = await proveFactor(viewer, { code: codeAt(key) });
  assert.ok(proven.done && proven.value.codes, JSON.stringify(proven));
  return { ...known, viewer, key, codes: proven.value.codes, forget: async () => void await aside((db) => db.update(secondFactor).set({ lastStep: null }).where(eq(secondFactor.personId, known.id))) };
}

/** What the app shows now, or so many steps from now. */
export function codeAt(key: string, steps = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(key), timestamp: Date.now() + steps * 30_000 });
}

/** The secret of a sign-in that waits for its code. */
export async function halfOf(email: string): Promise<string> {
  const outcome = await enter(email);
  assert.ok(outcome.done && outcome.value.kind === 'half', JSON.stringify(outcome));
  return outcome.value.secret;
}

let steps = 0;

/** Ends the second step from an address of its own. */
export function secondStep(half: string, code: string) {
  steps += 1;
  return completeSignIn({ half, code, agent: 'spec', address: `192.0.${Math.floor(steps / 250)}.${steps % 250}`, today });
}

/** Signs in all the way, by the code so many steps from now. */
export async function fullyIn({ email, key }: Holding, stepsAhead = 0): Promise<string> {
  const entered = await secondStep(await halfOf(email), codeAt(key, stepsAhead));
  assert.ok(entered.done, JSON.stringify(entered));
  return entered.value.secret;
}

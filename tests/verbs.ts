import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { reader } from '#db/client.ts';
import { change, revision } from '#db/schema/ledger.ts';
import type { Role } from '#db/schema/person.ts';
import { parseEntry } from '#office/entry/parse.ts';
import type { FormValues, Outcome } from '#office/outcome.ts';
import type { Staff } from '#office/viewer.ts';

/** Somebody of the office with one role, for everything or for one noun, who has just given his password. */
export function staff(role: Role, noun: string | null = null): Staff {
  return { kind: 'staff', id: randomUUID(), name: 'Проба', writtenForm: 'sr-Cyrl', grants: [{ role, noun, recordId: null }], sessionHash: null, confirmed: true };
}

/** The entry of a form that is filled in rightly. */
export function parsed<T extends z.ZodType>(schema: T, values: FormValues): z.output<T> {
  const read = parseEntry(schema, values);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.entry;
}

/** The issues of a form that is filled in wrongly, as `field:rule`. */
export function faults(schema: z.ZodType, values: FormValues): string[] {
  const read = parseEntry(schema, values);
  return read.ok ? [] : read.issues.map(({ field, rule }) => `${field}:${rule}`);
}

/** The id of the record that the verb was accepted for. */
export function accepted(outcome: Outcome<{ id: string }> | undefined): string {
  if (!outcome?.done) throw new Error(JSON.stringify(outcome));
  return outcome.value.id;
}

/** Refused twice over: the issues as `field:rule`, and a ledger that holds nothing new. */
export async function refusedWith(verb: () => Promise<Outcome<unknown>>, status: number, issues: string[]): Promise<void> {
  const before = await ledger();
  const outcome = await verb();
  assert.ok(!outcome.done, 'the verb was accepted');
  assert.deepEqual([outcome.status, outcome.issues.map(({ field, rule }) => `${field}:${rule}`)], [status, issues]);
  assert.deepEqual(await ledger(), before, 'something was written');
}

/** How many changes and revisions the ledger holds. */
export async function ledger(): Promise<number[]> {
  return [await reader().$count(change), await reader().$count(revision)];
}

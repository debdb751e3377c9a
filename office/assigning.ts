import { and, eq, isNull } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { person } from '#db/schema/person.ts';
import { change, type Entered } from './change.ts';
import type { Outcome } from './outcome.ts';
import type { RecordTable } from './pen.ts';
import { act, type Register, type Which } from './publishing.ts';
import type { Viewer } from './viewer.ts';

/** A register whose records somebody keeps. */
type Owned = RecordTable & { readonly ownerId: AnyPgColumn };

/**
 * Says whose the record is, or (null) that it is nobody's. Refused with `alreadyAssigned` where it is so already, `notFound` where
 * this is nobody who works here. The public reads nothing of it, so it is no correction.
 */
export function assignRecord<T extends Owned>(viewer: Viewer, register: Register<T>, { ownerId, ...which }: Which & { readonly ownerId: string | null }): Promise<Outcome<Entered>> {
  return change(viewer, act(register, 'assign', which), async (pen, row) => {
    if ((row as { ownerId: string | null }).ownerId === ownerId) pen.refuse({ field: 'ownerId', rule: ownerId ? 'alreadyAssigned' : 'alreadyNobodys' });
    if (ownerId) {
      const [works] = await pen.db.select({ id: person.id }).from(person).where(and(eq(person.id, ownerId), isNull(person.deactivatedAt)));
      if (!works) pen.refuse({ field: 'ownerId', rule: 'notFound' });
    }
    await pen.revise(register.table as RecordTable, { ownerId } as never);
  });
}

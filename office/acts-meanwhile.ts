import { and, asc, eq } from 'drizzle-orm';
import { change, revision } from '#db/schema/ledger.ts';
import { personal } from '#db/schema/person.ts';
import { belgradeToday, writeTime } from '#messages/dates.ts';
import type { Issue } from './outcome.ts';
import type { Transaction } from './pen.ts';

type Held = { readonly id: string; readonly kind: string; readonly partyId?: string | null };
export type Meant = { readonly kind: string; readonly partyId?: string | null };

/**
 * Whether somebody entered the same act of the record while this form was open: the one of its kind (and party) that the
 * form did not know of. Nobody knows where `known` is null.
 */
export function sameMeanwhile<T extends Held>(acts: readonly T[], meant: Meant, known: readonly string[] | null): T | null {
  const fresh = known ? acts.filter(({ id }) => !known.includes(id)) : [];
  const ofOne = (one: Held) => !meant.partyId || !one.partyId || one.partyId === meant.partyId;
  return fresh.findLast((one) => one.kind === meant.kind && ofOne(one)) ?? null;
}

/** The last act that was entered while the form was open, whichever it is. */
export function anyMeanwhile<T extends Held>(acts: readonly T[], known: readonly string[] | null): T | null {
  return known ? acts.findLast(({ id }) => !known.includes(id)) ?? null : null;
}

/**
 * Says which act was entered, by whom and when: `actEntered` for the same one, `actMeanwhile` for another that closed the
 * way to this. `act` is its id, to which the form leads; `day` and `time` are of Belgrade. `table` is the one it stands in.
 */
export async function enteredIssue(db: Transaction, rule: 'actEntered' | 'actMeanwhile', table: string, id: string): Promise<Issue> {
  const [told] = await db.select({ at: change.at, who: personal.value }).from(revision)
    .innerJoin(change, eq(change.seq, revision.changeSeq))
    .leftJoin(personal, and(eq(personal.ownerId, change.actorId), eq(personal.field, 'name')))
    .where(and(eq(revision.rowId, id), eq(revision.tableName, table))).orderBy(asc(revision.seq)).limit(1);
  const at = told?.at ?? new Date(0);
  return { field: '', rule, values: { act: id, who: told?.who ?? '–', day: belgradeToday(at), time: writeTime(at, 'sr-Cyrl') } };
}

/** A form that says which acts it knew of is asked by these, and not by the version of the record: an act fits every version that lets it follow. */
export function byActs<W extends { readonly version?: number }>(which: W, known: readonly string[] | null): W {
  return known ? { ...which, version: undefined } : which;
}

import { getTableName } from 'drizzle-orm';
import { correctionNote } from '#db/schema/correction.ts';
import { grantOfRight } from '#db/schema/person.ts';
import { proposal } from '#db/schema/proposal.ts';
import { parts, references } from './pointing.ts';
import type { PartTable, RecordTable } from './pen.ts';
import { nouns, type Noun } from './permission.ts';
import { tables } from './tables.ts';

/** A row that a change has written; `was` and `is` say where it stood on its way to the public, before and after. */
export type Touched = { readonly tableName: string; readonly rowId: string; readonly was: string | null; readonly is: string | null };
export type Kept = RecordTable | PartTable | typeof grantOfRight;

/**
 * Whether an undoing may put back all that an act on the record `id` has written: its own rows, of a merge also what was moved. What
 * lies elsewhere (a contact's name is in no ledger) stays, and nothing comes before the public or leaves it so, but the double of a
 * merge. What offers an undoing and what does it ask this alike.
 */
export function isWithinReach(noun: Noun, action: string, id: string, rows: readonly Touched[]): boolean {
  const known = new Set<string>(reachOf(noun, action).map((table) => getTableName(table)));
  const comesBack = (rowId: string) => action === `${noun}.merge` && rowId !== id;
  return !tookApart(noun, action, id, rows) && rows.every(({ tableName, rowId, was, is }) =>
    beside.has(tableName) || (known.has(tableName) && (was === is || tableName !== noun || comesBack(rowId))));
}

/** The tables whose rows are put back. */
export function reachOf(noun: Noun, action: string): readonly Kept[] {
  return action === `${noun}.merge` ? allTables : ownTables(noun);
}

/** That a proposal was approved stays so, also where what it asked for is undone; what was told of the correction is told no longer. */
const beside = new Set<string>([getTableName(proposal), getTableName(correctionNote)]);

/** Whether this was the undoing of a merge, which brought another record back: to be merged again it is looked at again. */
function tookApart(noun: Noun, action: string, id: string, rows: readonly Touched[]): boolean {
  return action === `${noun}.undo` && rows.some(({ tableName, rowId }) => tableName === noun && rowId !== id);
}

function ownTables(noun: Noun): readonly Kept[] {
  return [tables[noun].table, ...parts[noun].map(({ table }) => table)];
}

/** All that a merge moves (office/double/move.ts). */
const allTables: readonly Kept[] = [...new Set<Kept>([...nouns.flatMap((noun) => [...ownTables(noun), ...references[noun].map(({ table }) => table)]), grantOfRight])];

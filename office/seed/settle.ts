import { eq } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reader } from '#db/client.ts';
import type { Outcome } from '#office/outcome.ts';

type Kept = PgTable & { id: AnyPgColumn; code: AnyPgColumn; publication: AnyPgColumn };
type Entered = Outcome<{ readonly id: string }>;

/** Ids in the register under the facts' ids. */
export type Ids = ReadonlyMap<string, string>;

/** Under which code a record stands, and the verbs that lay it down. */
export type LayingDown = {
  readonly code: string;
  draft(): Promise<Entered>;
  /** Adds what a draft cannot hold and has not got yet, before it is published. */
  complete?(id: string): Promise<void>;
  publish(id: string): Promise<Entered>;
};

/**
 * Lays the record down unless its code is taken, and publishes it; answers with its id. A record that
 * somebody has published, changed or withdrawn since is left alone, but a draft that an interrupted
 * start left behind is published now. A refusal throws: the starting records must fit the rules.
 */
export async function settle(table: Kept, { code, draft, complete, publish }: LayingDown): Promise<string> {
  const held = await findByCode(table, code);
  if (held && held.publication !== 'draft') return held.id;
  const id = held?.id ?? accepted(code, await draft());
  await complete?.(id);
  accepted(code, await publish(id));
  return id;
}

/** The id that a verb answers with; throws where it refused. */
export function accepted(code: string, outcome: Entered): string {
  if (outcome.done) return outcome.value.id;
  throw new Error(`The starting record ${code} was refused: ${JSON.stringify(outcome.issues)}`);
}

/** The register's id of what the facts call by this id. */
export function idOf(ids: Ids, id: string): string {
  const found = ids.get(id);
  if (found === undefined) throw new Error(`The starting records name ${id} before it is laid down`);
  return found;
}

/** The value of a table that is keyed by the facts' ids. */
export function of<T>(keyed: Readonly<Record<string, T>>, id: string): T {
  const found = keyed[id];
  if (found === undefined) throw new Error(`The starting records name ${id} and do not hold it`);
  return found;
}

async function findByCode(table: Kept, code: string): Promise<{ id: string; publication: string } | null> {
  const [held] = await reader().select({ id: table.id, publication: table.publication }).from(table).where(eq(table.code, code));
  return held ? { id: String(held.id), publication: String(held.publication) } : null;
}

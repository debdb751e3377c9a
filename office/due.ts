import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import { reader, type Reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';
import { nouns, type Noun } from './permission.ts';
import { tables } from './tables.ts';

export type Due = { readonly noun: Noun; readonly id: string; readonly version: number; /** Who scheduled it. */ readonly scheduledBy: string | null };

/** Records that were to stand before the public by `now`, the longest due first; at most twenty of each noun. */
export async function dueForPublication(now: Date): Promise<Due[]> {
  const found: (Due & { at: Date | null })[] = [];
  for (const noun of nouns) {
    const { table } = tables[noun];
    const rows = await reader().select({ id: table.id, version: table.version, at: table.scheduledFor }).from(table)
      .where(and(eq(table.publication, 'scheduled'), lte(table.scheduledFor, now))).orderBy(asc(table.scheduledFor)).limit(20);
    for (const row of rows) found.push({ ...row, noun, scheduledBy: await scheduledBy(noun, row.id) });
  }
  return found.toSorted((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
}

/** Who scheduled it last. */
export async function scheduledBy(noun: Noun, id: string, db: Pick<Reader, 'select'> = reader()): Promise<string | null> {
  const [last] = await db.select({ actor: change.actorId }).from(change)
    .where(and(eq(change.recordId, id), eq(change.action, sql`${`${noun}.schedule`}`))).orderBy(desc(change.seq)).limit(1);
  return last?.actor ?? null;
}

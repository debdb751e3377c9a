import { sql } from 'drizzle-orm';
import { aside } from '#office/change.ts';
import { keptDays } from './import.ts';

/**
 * Empties the rows of imports that ended, or were left lying, so many days ago: a row that became a record keeps its id, so
 * that the record's history still names the import; all others go. Answers how many imports were swept.
 */
export async function sweepImports(days: number = keptDays): Promise<number> {
  return aside(async (db) => {
    const { rows } = await db.execute<{ id: string }>(sql`
      select id from import_run run where coalesce(finished_at, changed_at) < now() - make_interval(days => ${days})
        and exists (select from import_row r where r.import_id = run.id and (r.entered_at is null or r.cells <> '{}')) limit 20`);
    for (const { id } of rows) {
      await db.execute(sql`delete from import_row where import_id = ${id} and entered_at is null`);
      await db.execute(sql`update import_row set cells = '{}', issues = '[]', identity = null where import_id = ${id} and cells <> '{}'`);
    }
    return rows.length;
  });
}

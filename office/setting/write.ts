import { eq, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { setting } from '#db/schema/setting.ts';
import { change, type Act, type Entered } from '#office/change.ts';
import { refused, type Outcome } from '#office/outcome.ts';
import type { RecordTable } from '#office/pen.ts';
import type { Viewer } from '#office/viewer.ts';
import { isSettingKey } from './setting.ts';
import type { SettingEntry } from './setting-entry.ts';

/** Chooses for the whole office; the ledger keeps who, when and why. 409 where somebody chose meanwhile, 422 where nothing would change. */
export async function changeSetting(viewer: Viewer, { entry, version, requestId }: { entry: SettingEntry; version?: number; requestId?: string }): Promise<Outcome<Entered>> {
  const { key, value, reason } = entry;
  if (!isSettingKey(key)) return refused(404, { field: '', rule: 'notFound' });
  const [held] = await reader().select({ id: setting.id }).from(setting).where(eq(setting.key, key));
  const act: Act<typeof table> = { action: 'setting.change', table, requestId, reason };
  if (held) {
    return change(viewer, { ...act, id: held.id, version }, (pen, row) =>
      (row.value === value ? pen.refuse({ field: 'value', rule: 'sameSetting' }) : pen.revise(table, { value })));
  }
  return change(viewer, act, async (pen) => {
    // Of two who choose for the first time at once, the second is told.
    await pen.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`setting.${key}`}, 0))`);
    const [now] = await pen.db.select({ id: setting.id }).from(setting).where(eq(setting.key, key));
    if (now) pen.refuse({ field: '', rule: 'stale' });
    await pen.draft(table, { key, value });
  });
}

const table = setting satisfies RecordTable;
